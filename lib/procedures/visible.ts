import type { Answers, TableRow } from '@/lib/procedures/answers'
import { holds } from '@/lib/procedures/conditions'
import { withDerived } from '@/lib/procedures/derive'
import type { Facts } from '@/lib/procedures/form-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Column, Field, FieldOf, Section } from '@/lib/procedures/shape/field'

/** Hidden answers can hide others in turn; deeper chains than this are refused by the lint. */
const CHAIN = 10

/** The sections a person has to look at, each with its visible fields only. */
export function visibleSections(procedure: Procedure, answers: Answers, facts: Facts): Section[] {
  const known = withDerived(procedure, relevantAnswers(procedure, answers, facts), facts)
  return shownWith(procedure, known, facts)
}

/** The answers that count: those of fields that are visible, judged without the hidden ones. */
export function relevantAnswers(procedure: Procedure, answers: Answers, facts: Facts): Answers {
  let kept = answers
  for (let round = 0; round < CHAIN; round += 1) {
    const sections = shownWith(procedure, withDerived(procedure, kept, facts), facts)
    const next = only(answers, new Set(sections.flatMap((s) => s.fields.map((field) => field.key))))
    if (Object.keys(next).length === Object.keys(kept).length) return next
    kept = next
  }
  return kept
}

/** The columns that one row asks for; a condition sees the row before the dossier. */
export function visibleColumns(
  table: FieldOf<'table'>,
  row: TableRow,
  scope: { answers: Answers; facts: Facts },
): Column[] {
  const known: Answers = { ...scope.answers, ...row }
  return table.columns.filter((column) => isShown(column, known, scope.facts))
}

/** Whether a visible field must be answered before the dossier can be sent. */
export function isRequired(field: Field | Column, answers: Answers, facts: Facts): boolean {
  if (typeof field.required === 'boolean') return field.required
  return holds(field.required, answers, facts)
}

function shownWith(procedure: Procedure, known: Answers, facts: Facts): Section[] {
  return procedure.sections
    .filter((section) => isShown(section, known, facts))
    .map((section) => ({
      ...section,
      fields: section.fields.filter(
        (field) => isShown(field, known, facts) && concerns(procedure, field, { known, facts }),
      ),
    }))
    .filter((section) => section.fields.length > 0)
}

/** A place for a paper shows only to those whose dossier has that component. */
function concerns(
  procedure: Procedure,
  field: Field,
  { known, facts }: { known: Answers; facts: Facts },
): boolean {
  if (field.type !== 'paper') return true
  const paper = procedure.papers.find((candidate) => candidate.key === field.paper)
  return !paper?.requiredWhen || holds(paper.requiredWhen, known, facts)
}

function isShown(
  thing: Pick<Field | Section | Column, 'visibleWhen'>,
  known: Answers,
  facts: Facts,
): boolean {
  return thing.visibleWhen === undefined || holds(thing.visibleWhen, known, facts)
}

function only(answers: Answers, keys: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)))
}
