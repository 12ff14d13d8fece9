import { z } from 'zod'
import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'

type Schema = JsonSchema | boolean
type Part = (schema: JsonSchema, value: unknown, at: At) => string[]
type At = { root: JsonSchema; path: string }

/**
 * The places at which a value does not fit a JSON Schema. Values by themselves are judged by zod's own
 * reader of JSON Schema; it does not take `if`, so what joins schemas is followed here, to the letter of
 * 2020-12.
 */
export function misfits(root: JsonSchema, value: unknown): string[] {
  return judge(root, value, { root, path: '' })
}

const PARTS: readonly Part[] = [plain, joined, conditional, members, elements]

function judge(schema: Schema, value: unknown, at: At): string[] {
  if (typeof schema === 'boolean') return schema ? [] : [at.path]
  return PARTS.flatMap((part) => part(schema, value, at))
}

const fits = (schema: Schema, value: unknown, at: At) => judge(schema, value, at).length === 0

const PLAIN = 'type const enum pattern format minLength maxLength minimum maximum'
const readers = new WeakMap<JsonSchema, z.ZodType>()

function plain(schema: JsonSchema, value: unknown, { path }: At): string[] {
  return readerOf(schema).safeParse(value).success ? [] : [path]
}

function readerOf(schema: JsonSchema): z.ZodType {
  const known = readers.get(schema)
  if (known) return known
  const words = new Set(PLAIN.split(' '))
  const own = Object.fromEntries(Object.entries(schema).filter(([word]) => words.has(word)))
  const reader = z.fromJSONSchema(own)
  readers.set(schema, reader)
  return reader
}

function joined(schema: JsonSchema, value: unknown, at: At): string[] {
  const {
    $ref,
    allOf = [],
    anyOf,
    oneOf,
    not,
  } = schema as {
    $ref?: string
    allOf?: Schema[]
    anyOf?: Schema[]
    oneOf?: Schema[]
    not?: Schema
  }
  const count = (some: Schema[]) => some.filter((one) => fits(one, value, at)).length
  return [
    ...($ref ? judge(named($ref, at.root), value, at) : []),
    ...allOf.flatMap((one) => judge(one, value, at)),
    ...(anyOf && count(anyOf) === 0 ? [at.path] : []),
    ...(oneOf && count(oneOf) !== 1 ? [at.path] : []),
    ...(not !== undefined && fits(not, value, at) ? [at.path] : []),
  ]
}

function named(reference: string, root: JsonSchema): Schema {
  const parts = reference.split('/').slice(1)
  return parts.reduce<JsonSchema>((schema, part) => schema[part] as JsonSchema, root)
}

function conditional(schema: JsonSchema, value: unknown, at: At): string[] {
  if (!('if' in schema)) return []
  const branch = fits(schema['if'] as Schema, value, at) ? schema['then'] : schema['else']
  return judge((branch ?? true) as Schema, value, at)
}

function members(schema: JsonSchema, value: unknown, { root, path }: At): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const known = (schema['properties'] ?? {}) as Record<string, Schema>
  const required = (schema['required'] ?? []) as string[]
  const rest = (schema['additionalProperties'] ?? true) as Schema
  const within = (key: string) => (path === '' ? key : `${path}.${key}`)
  const few = Object.keys(value).length < Number(schema['minProperties'] ?? 0)
  return [
    ...(few ? [path] : []),
    ...required.filter((key) => !Object.hasOwn(value, key)).map(within),
    ...Object.entries(value).flatMap(([key, one]) =>
      judge(known[key] ?? rest, one, { root, path: within(key) }),
    ),
  ]
}

function elements(schema: JsonSchema, value: unknown, { root, path }: At): string[] {
  if (!Array.isArray(value)) return []
  const { items = true, contains } = schema as { items?: Schema; contains?: Schema }
  const { minItems = 0, maxItems = Infinity } = schema as { minItems?: number; maxItems?: number }
  const at = (index: number) => ({ root, path: `${path}[${index}]` })
  const twice = new Set(value.map((one) => JSON.stringify(one))).size < value.length
  return [
    ...(value.length < minItems || value.length > maxItems ? [path] : []),
    ...(schema['uniqueItems'] === true && twice ? [path] : []),
    ...value.flatMap((one, index) => judge(items, one, at(index))),
    ...(contains !== undefined && !value.some((one, index) => fits(contains, one, at(index)))
      ? [path]
      : []),
  ]
}
