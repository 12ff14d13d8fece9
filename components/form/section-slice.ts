import type { Procedure } from '@/lib/procedures/procedure'
import type { Condition } from '@/lib/procedures/shape/condition'
import type { Column, Field, Section } from '@/lib/procedures/shape/field'

/**
 * The part of a procedure that one section's page needs in the browser: the section, and of the
 * other sections only the questions that its conditions look at. Everything else stays on the server.
 */
export function sliceForSection(procedure: Procedure, sectionKey: string): Procedure {
  const section = procedure.sections.find(({ key }) => key === sectionKey)
  if (!section) throw new Error(`no section ${sectionKey} in ${procedure.key}`)
  const own = new Set(section.fields.map(({ key }) => key))
  const papers = procedure.papers.filter(({ key }) =>
    section.fields.some((field) => field.type === 'paper' && field.paper === key),
  )
  const named = namesBehind(procedure, [
    ...section.fields.flatMap(conditionsOf),
    ...papers.flatMap(({ requiredWhen }) => requiredWhen ?? []),
  ])
  return {
    ...withoutTheRest(procedure),
    papers,
    derived: procedure.derived.filter(({ key }) => named.has(key)),
    sections: procedure.sections.flatMap((other): Section[] => {
      if (other === section) return [openSection(section)]
      const fields = other.fields.filter(({ key }) => named.has(key) && !own.has(key))
      return fields.length > 0 ? [{ ...other, fields }] : []
    }),
  }
}

/** The questions of the section on which something in it depends: a change there may show others. */
export function questionsThatDecide(slice: Procedure, sectionKey: string): string[] {
  const section = slice.sections.find(({ key }) => key === sectionKey)
  const all = slice.sections.flatMap(({ fields }) => fields.flatMap(conditionsOf))
  const named = namesBehind(slice, [...all, ...slice.papers.flatMap((p) => p.requiredWhen ?? [])])
  return (section?.fields ?? []).map(({ key }) => key).filter((key) => named.has(key))
}

/** Whoever is on the page sees it; its own condition was asked before. */
function openSection({ visibleWhen: _visibleWhen, ...section }: Section): Section {
  return section
}

function withoutTheRest(procedure: Procedure): Procedure {
  return {
    ...procedure,
    applicants: [],
    legalBasis: [],
    clocks: [],
    rules: [],
    steps: [],
    clauses: [],
    reasons: [],
    checklist: [],
    conditions: [],
    revocation: [],
    notes: [],
    searchWords: [],
    money: { ...procedure.money, fees: [], reductions: [], exemptions: [] },
    result: { ...procedure.result, fields: [] },
  }
}

/** Every answer or derived value that the conditions look at, directly or through others. */
function namesBehind(procedure: Procedure, conditions: readonly Condition[]): Set<string> {
  const seen = new Set<string>()
  const open = conditions.flatMap(namesIn)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    open.push(...namesNextTo(procedure, name))
  }
  return seen
}

function namesNextTo({ derived, sections }: Procedure, name: string): string[] {
  const cases = derived.filter(({ key }) => key === name).flatMap((value) => value.cases)
  const homes = sections.filter(({ fields }) => fields.some(({ key }) => key === name))
  const fields = homes.flatMap((home) => home.fields.filter(({ key }) => key === name))
  return [
    ...cases.flatMap((one) => [...namesIn(one.when), ...('field' in one ? [one.field] : [])]),
    ...[...homes, ...fields].flatMap(({ visibleWhen }) =>
      visibleWhen ? namesIn(visibleWhen) : [],
    ),
  ]
}

function conditionsOf(field: Field | Column): Condition[] {
  const own = [field.visibleWhen, field.required].filter((one) => typeof one === 'object')
  return field.type === 'table' ? [...own, ...field.columns.flatMap(conditionsOf)] : own
}

function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  if ('not' in condition) return namesIn(condition.not)
  return 'field' in condition ? [condition.field.split('.')[0] ?? ''] : []
}
