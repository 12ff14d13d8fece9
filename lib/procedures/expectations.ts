import type { Answers } from '@/lib/procedures/answers'
import type { Finding } from '@/lib/procedures/finding'
import type { FormRules } from '@/lib/procedures/form-rules'
import { writeNumber } from '@/lib/procedures/read/number'
import type { Field, FieldOf } from '@/lib/procedures/shape/field'
import type { LocalText } from '@/lib/procedures/shape/text'
import { visibleSections } from '@/lib/procedures/visible'

/**
 * Answers that are in order as answers, but not what the conditions of the law ask for: matters of
 * substance, which an officer judges and no program refuses.
 */
export function unmetExpectations(rules: FormRules, known: Answers): Finding[] {
  const { procedure, facts } = rules
  return visibleSections(procedure, known, facts).flatMap(({ key: section, fields }) =>
    fields.flatMap((field): Finding[] => {
      const message = unmet(field, known[field.key])
      if (!message) return []
      const clause = procedure.clauses.find(({ key }) => key === field.basis) ?? null
      const place = { section, field: field.key, path: field.key }
      return [{ rule: `expected-${field.key}`, severity: 'warning', ...place, message, clause }]
    }),
  )
}

function unmet(field: Field, value: unknown): LocalText | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? unmetAnswer(field, value) : undefined
    case 'number':
      return typeof value === 'number' ? unmetAmount(field, value) : undefined
    case 'table':
      return Array.isArray(value) ? unmetRows(field, value.length) : undefined
    default:
      return undefined
  }
}

function unmetAnswer(
  { label, expected }: FieldOf<'boolean'>,
  value: boolean,
): LocalText | undefined {
  if (expected === undefined || value === expected) return undefined
  return expected ? saidNo(label) : saidYes(label)
}

function unmetAmount(field: FieldOf<'number'>, value: number): LocalText | undefined {
  const least = field.expectedMin
  return least !== undefined && value < least ? tooLittle(field, least) : undefined
}

/** An empty table is missing, which is another matter. */
function unmetRows(field: FieldOf<'table'>, count: number): LocalText | undefined {
  const least = field.expectedRows
  return least !== undefined && count > 0 && count < least ? tooFew(field, least) : undefined
}

function saidNo({ vi, en }: LocalText): LocalText {
  return {
    vi: `${plain(vi)}: điều kiện của thủ tục là “Có”.`,
    en: `${plain(en)}: the conditions ask for “Yes”.`,
  }
}

function saidYes({ vi, en }: LocalText): LocalText {
  return {
    vi: `${plain(vi)}: điều kiện của thủ tục là “Không”.`,
    en: `${plain(en)}: the conditions ask for “No”.`,
  }
}

type Measured = { label: LocalText; unit?: LocalText | undefined }

function tooLittle({ label, unit }: Measured, least: number): LocalText {
  const amount = (word?: string) => [writeNumber(least), word].filter(Boolean).join(' ')
  return {
    vi: `${plain(label.vi)}: điều kiện của thủ tục là từ ${amount(unit?.vi)} trở lên.`,
    en: `${plain(label.en)}: the conditions ask for at least ${amount(unit?.en)}.`,
  }
}

function tooFew({ label }: Measured, least: number): LocalText {
  return {
    vi: `${plain(label.vi)}: điều kiện của thủ tục là có ít nhất ${least} dòng.`,
    en: `${plain(label.en)}: the conditions ask for at least ${least} lines.`,
  }
}

/** A question as the name of what it asks. */
function plain(label: string): string {
  return label.replace(/[?:]\s*$/, '')
}
