import { both, type Truth } from '@/lib/procedures/json-schema/condition-schema'
import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'
import type { Condition } from '@/lib/procedures/shape/condition'
import type { Column, Field } from '@/lib/procedures/shape/field'

/** Whether something is asked, and must then be answered; undefined where answers alone cannot say. */
export type Asked = {
  key: string
  visible: Truth
  required: Truth
  /** The conditions of being asked, all of them, as the definition has them. */
  when: readonly Condition[]
}

/** What must be there always, and what must or must not be there when a condition holds. */
export function demandsSchema(asked: readonly Asked[]): JsonSchema {
  const always = asked.filter(({ visible, required }) => visible === true && required === true)
  const sometimes = rulesOf(asked)
  return {
    ...(always.length > 0 && { required: always.map(({ key }) => key) }),
    ...(sometimes.length > 0 && { allOf: sometimes }),
  }
}

/** The conditions that the schema cannot say, in the words of the definition itself. */
export function unsaid(field: Field | Column, { visible, required, when }: Asked): JsonSchema {
  const mayBeNeeded = visible === undefined && required !== false
  return {
    ...(visible === undefined && { 'x-asked-when': when.length === 1 ? when[0] : { all: when } }),
    ...((required === undefined || mayBeNeeded) && { 'x-required-when': field.required }),
  }
}

type Rule = { if: JsonSchema; needed: string[]; kept: string[] }

/** One rule for each condition, for all that hangs on it. */
function rulesOf(asked: readonly Asked[]): JsonSchema[] {
  const rules = new Map<string, Rule>()
  const ruleOf = (when: JsonSchema): Rule => {
    const name = JSON.stringify(when)
    const rule = rules.get(name) ?? { if: when, needed: [], kept: [] }
    rules.set(name, rule)
    return rule
  }
  for (const { key, visible, required } of asked) {
    const must = both([visible, required])
    if (typeof must === 'object') ruleOf(must).needed.push(key)
    if (typeof visible === 'object') ruleOf(visible).kept.push(key)
  }
  return [...rules.values()].map(ruleSchema)
}

function ruleSchema({ if: when, needed, kept }: Rule): JsonSchema {
  return {
    if: when,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; nobody awaits a schema
    ...(needed.length > 0 && { then: { required: needed } }),
    ...(kept.length > 0 && {
      else: { properties: Object.fromEntries(kept.map((key) => [key, false])) },
    }),
  }
}
