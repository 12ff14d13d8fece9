import type { Flow } from '@/lib/documents/layout/flow'
import type { Run } from '@/lib/documents/layout/lines'
import { LANDSCAPE, mm } from '@/lib/documents/layout/page-geometry'
import {
  layParagraph,
  type Paragraph,
  paragraphHeight,
  setParagraph,
} from '@/lib/documents/layout/paragraph'
import { setTable } from '@/lib/documents/layout/table'
import { drawSpace } from './draw-space'
import type { Annex, FormItem, FormSection } from './form-parts'
import { NOTE_SIZE, note, paragraph, plain, SIZE, strong } from './form-type'

/** Lines of the answer that stay with their question. */
const KEPT_LINES = 3
/** Heads are not parted from what they head: a question with room to write, a table with its first rows. */
const HEAD_ROOM = {
  answer: mm(26),
  statement: mm(26),
  open: mm(45),
  table: mm(62),
  papers: mm(62),
} as const satisfies Record<FormItem['kind'], number>
const HEAD_AIR = 8
const TABLE_ROOM = mm(42)

/** A section: its head with the printed form it stands for, and what it asks. */
export function drawSection(flow: Flow, section: FormSection, number: number): void {
  const [first] = section.items
  flow.keepRoom(first ? HEAD_ROOM[first.kind] : 0)
  flow.top += HEAD_AIR
  const runs = [strong(`${roman(number)}. ${section.title.toLocaleUpperCase('vi')}`)]
  setParagraph(flow, paragraph(runs, { role: 'H2', after: 2 }))
  const notes = [section.formRef, sentence(section.condition)].filter((text) => text)
  for (const text of notes) setParagraph(flow, paragraph([note(text)], { after: 2 }))
  for (const item of section.items) drawItem(flow, item)
}

/** Tables on their side, behind the signature: each with its title, on pages of its own kind. */
export function drawAnnexes(flow: Flow, annexes: readonly Annex[]): void {
  annexes.forEach((annex, index) => {
    if (index === 0) flow.turnPage(LANDSCAPE)
    else {
      flow.keepRoom(mm(60))
      flow.top += flow.fresh ? 0 : 14
    }
    const title = `PHỤ LỤC ${annex.number}. ${annex.title.toLocaleUpperCase('vi')}`
    setParagraph(flow, paragraph([strong(title)], { role: 'H2', align: 'centre', after: 4 }))
    drawTable(flow, annex)
  })
}

function drawItem(flow: Flow, item: FormItem): void {
  switch (item.kind) {
    case 'answer':
      drawAnswer(flow, item)
      break
    case 'open':
      drawOpen(flow, item)
      break
    case 'statement':
      drawStatement(flow, item)
      break
    case 'table':
      flow.keepRoom(TABLE_ROOM)
      setParagraph(flow, paragraph([plain(`${item.number}. ${item.label}`)], { after: 3 }))
      drawTable(flow, item)
      break
    case 'papers':
      setTable(flow, item.table, 6)
      break
  }
}

function drawTable(flow: Flow, { table, condition, notes }: Omit<Annex, 'number' | 'title'>): void {
  if (condition) setParagraph(flow, paragraph([note(sentence(condition))], { after: 3 }))
  setTable(flow, table, notes.length > 0 ? 3 : 7)
  for (const text of notes) setParagraph(flow, paragraph([note(text)], { after: 2 }))
  if (notes.length > 0) flow.top += 4
}

/** 'Nhãn: trả lời'; an answer of several lines starts under its question. */
function drawAnswer(flow: Flow, item: Extract<FormItem, { kind: 'answer' }>): void {
  const { number, label, lines, missing } = item
  const [first] = lines
  const below = lines.length > 1 || Boolean(first?.label) || Boolean(first?.text.includes('\n'))
  const start = plain(`${number}. ${colon(label)}${below ? '\n' : ' '}`)
  const answer = lines.flatMap((line, index) => [
    ...(line.label ? [plain(`– ${line.label}: `)] : []),
    saidRun(`${line.text}${index < lines.length - 1 ? '\n' : ''}`, missing),
  ])
  setParagraph(flow, paragraph([start, ...answer]))
}

function saidRun(text: string, missing: boolean): Run {
  return missing ? { text, face: 'italic', size: SIZE } : strong(text)
}

function drawOpen(flow: Flow, item: Extract<FormItem, { kind: 'open' }>): void {
  const { number, label, required, condition, space } = item
  const asked = `${number}. ${label}${required ? ' (*)' : ''}`
  const when = condition ? [note(` (${condition})`)] : []
  const runs = [
    plain(asked),
    ...when,
    plain(endsSaid(label) && !condition && !required ? ' ' : ': '),
  ]
  keepTogether(flow, paragraph(runs))
  drawSpace(flow, runs, space)
}

/** A question stays with the room for its answer. */
function keepTogether(flow: Flow, question: Paragraph): void {
  const { lines, pitch } = layParagraph(question, flow.sheet.text.width)
  flow.keepRoom((lines.length + KEPT_LINES) * pitch)
}

type Statement = Extract<FormItem, { kind: 'statement' }>

function statementParagraphs(item: Statement): Paragraph[] {
  const box = item.ticked ? '■' : '□'
  const when = item.condition ? [note(` (${item.condition})`)] : []
  const said = paragraph([plain(`${box}\u00a0${item.text}`), ...when])
  return item.body ? [said, paragraph([{ ...plain(item.body), size: NOTE_SIZE }])] : [said]
}

function drawStatement(flow: Flow, item: Statement): void {
  for (const part of statementParagraphs(item)) setParagraph(flow, part)
}

/** Points that a section of statements takes: what is stated stands over the signature, on its page. */
export function statementsHeight({ items }: FormSection, width: number): number {
  const parts = items.flatMap((item) =>
    item.kind === 'statement' ? statementParagraphs(item) : [],
  )
  if (parts.length === 0) return 0
  const head = HEAD_AIR + paragraphHeight(paragraph([strong('I')]), width) + 2
  return parts.reduce((sum, part) => sum + paragraphHeight(part, width) + (part.after ?? 0), head)
}

function colon(label: string): string {
  return endsSaid(label) ? label : `${label}:`
}

function endsSaid(label: string): boolean {
  return /[?:.]$/.test(label)
}

function sentence(text: string): string {
  return text && `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}.`
}

const ROMAN = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** 14 → 'XIV'; forms have fewer than 40 sections. */
function roman(number: number): string {
  const step = ROMAN.find(([, value]) => value <= number)
  return step ? step[0] + roman(number - step[1]) : ''
}
