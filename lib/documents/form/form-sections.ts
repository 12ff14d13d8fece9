import type { AnswerValue, OrganisationAnswer, PersonAnswer } from '@/lib/procedures/answers'
import { type Described, describeAnswer } from '@/lib/procedures/describe'
import { describeCondition, partWord } from '@/lib/procedures/describe-condition'
import type { Condition } from '@/lib/procedures/shape/condition'
import type { Field, FieldOf, Section } from '@/lib/procedures/shape/field'
import { visibleSections } from '@/lib/procedures/visible'
import { type AskedField, blankSpace } from './blank-space'
import type { Declared, OfficialFormData } from './form-data'
import type { Annex, AnswerLine, FormItem, FormParts, FormSection } from './form-parts'
import { columnNotes, emptyTable, filledTable, isWide } from './form-tables'
import { onPaper } from './paper-characters'
import { paperTable } from './paper-list'

type Declaration = Declared | null
type Statement = FieldOf<'notice'> | FieldOf<'declaration'>

/** The form as it stands on paper, section by section, made from the definition that drives the web form. */
export function formParts(data: OfficialFormData): FormParts {
  const mainRef = mainFormRef(data.rules.procedure.sections)
  const annexes: Annex[] = []
  const sections = shownSections(data).map((section): FormSection => {
    const { formRef = '' } = section
    return {
      title: section.title.vi,
      formRef: formRef === mainRef ? '' : formRef,
      condition: conditionOf(section, data),
      items: sectionItems(section, data, annexes),
    }
  })
  return { sections, annexes }
}

/** The printed form that the document as a whole stands for: that of the first section which has one. */
export function mainFormRef(sections: readonly Section[]): string {
  return sections.find(({ formRef }) => formRef)?.formRef ?? ''
}

/**
 * Blank: all of it. A draft: what is asked of this applicant. A dossier: that, and whatever else was
 * declared, for a question may have been visible on the day of the answer and not on that of the filing.
 */
function shownSections({ rules, filling }: OfficialFormData): readonly Section[] {
  const { procedure, facts } = rules
  if (filling.kind === 'blank') return procedure.sections
  const visible = visibleSections(procedure, filling.answers, facts)
  if (filling.kind === 'draft') return visible
  const keys = new Set(visible.flatMap(({ fields }) => fields.map(({ key }) => key)))
  return procedure.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter(
        ({ key }) => keys.has(key) || filling.answers[key] !== undefined,
      ),
    }))
    .filter(({ fields }) => fields.length > 0)
}

/** What a section asks; its places for papers become one list of them. */
function sectionItems(section: Section, data: OfficialFormData, annexes: Annex[]): FormItem[] {
  const { fields } = section
  const papers = fields.filter((field) => field.type === 'paper')
  const asked = fields.filter(isNumbered)
  const items = fields.flatMap((field): FormItem[] => {
    if (isStatement(field)) return [statement(field, data)]
    if (!isNumbered(field)) return []
    const number = asked.indexOf(field) + 1
    if (field.type === 'table') return [tableItem({ field, number }, data, annexes)]
    return [questionItem({ field, number }, data)]
  })
  if (papers.length === 0) return items
  const files = declarationOf(data)?.files ?? null
  return [...items, { kind: 'papers', table: paperTable(papers, data.rules, files) }]
}

function isNumbered(field: Field): field is AskedField | FieldOf<'table'> {
  return !['paper', 'notice', 'declaration'].includes(field.type)
}

/** A notice that asks for no tick informs on the screen only. */
function isStatement(field: Field): field is Statement {
  return field.type === 'declaration' || (field.type === 'notice' && field.acknowledge)
}

function questionItem(
  { field, number }: { field: AskedField; number: number },
  data: OfficialFormData,
): FormItem {
  const declared = declarationOf(data)
  const label = field.label.vi
  if (declared) {
    const value = declared.answers[field.key]
    const lines = answerLines(field, value, data)
    const missing = lines.length === 0
    return { kind: 'answer', number, label, missing, lines: missing ? nothing(data) : lines }
  }
  return {
    kind: 'open',
    number,
    label,
    required: field.required === true,
    condition: conditionOf(field, data),
    space: blankSpace(field, data.rules.codes),
  }
}

/** An answer in the words of the portal; the parts of a person or an organisation say what they are. */
function answerLines(
  field: AskedField,
  value: AnswerValue | undefined,
  data: OfficialFormData,
): AnswerLine[] {
  if (value === undefined) return []
  if (field.type === 'person' || field.type === 'organisation') {
    const given: Readonly<Record<string, string | undefined>> = value as
      | PersonAnswer
      | OrganisationAnswer
    return field.parts.flatMap((part) => {
      const { text } = described(field, { [part]: given[part] ?? '' }, data)
      return text === '' ? [] : [{ label: partWord(part), text: onPaper(text) }]
    })
  }
  return described(field, value, data).lines.map(saidLine)
}

function saidLine(text: string): AnswerLine {
  return { label: '', text: onPaper(text) }
}

function described(field: Field, value: AnswerValue, { rules }: OfficialFormData): Described {
  return describeAnswer(field, value, { codes: rules.codes, locale: 'vi' })
}

function statement(field: Statement, data: OfficialFormData): FormItem {
  return {
    kind: 'statement',
    ticked: declarationOf(data)?.answers[field.key] === true,
    text: field.label.vi,
    body: field.type === 'notice' ? field.body.vi : '',
    condition: conditionOf(field, data),
  }
}

function tableItem(
  { field, number }: { field: FieldOf<'table'>; number: number },
  data: OfficialFormData,
  annexes: Annex[],
): FormItem {
  const declared = declarationOf(data)
  const { codes } = data.rules
  const value = declared?.answers[field.key]
  const label = field.label.vi
  const condition = conditionOf(field, data)
  if (declared && value === undefined) {
    return { kind: 'answer', number, label, lines: nothing(data), missing: true }
  }
  const table = declared ? filledTable(field, value, { codes, locale: 'vi' }) : emptyTable(field)
  const notes = declared ? [] : columnNotes(field, data.rules)
  if (!isWide(field)) return { kind: 'table', number, label, condition, table, notes }
  annexes.push({ number: annexes.length + 1, title: label, condition, table, notes })
  const where = `Kê khai tại Phụ lục ${annexes.length}`
  const count = declared ? ` (${table.rows.length} dòng)` : ''
  return { kind: 'answer', number, label, lines: [saidLine(`${where}${count}`)], missing: true }
}

/** When something is asked, in words; a form that is filled only holds what is asked. */
function conditionOf(
  asked: { visibleWhen?: Condition | undefined },
  { rules, filling }: OfficialFormData,
): string {
  if (filling.kind !== 'blank' || !asked.visibleWhen) return ''
  return `chỉ khai khi ${describeCondition(asked.visibleWhen, rules)}`
}

function nothing({ filling }: OfficialFormData): AnswerLine[] {
  return [saidLine(filling.kind === 'draft' ? 'Chưa khai' : 'Không khai')]
}

function declarationOf({ filling }: OfficialFormData): Declaration {
  return filling.kind === 'blank' ? null : filling
}
