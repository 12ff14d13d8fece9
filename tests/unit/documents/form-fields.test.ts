import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onPaper } from '@/lib/documents/form/paper-characters'
import { renderOfficialForm } from '@/lib/documents/official-form'
import type { AnswerValue } from '@/lib/procedures/answers'
import { describeAnswer } from '@/lib/procedures/describe'
import { diffAnswers } from '@/lib/procedures/diff'
import type { Procedure } from '@/lib/procedures/procedure'
import { readAnswers } from '@/lib/procedures/read-answers'
import { type Field, type FieldType, fieldSchema } from '@/lib/procedures/shape/field'
import { arbitraryValue } from '@/tests/factories/arbitrary-answers'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { drawnOn, evened, readTree, spoken } from './read-tree'
import { filedForm, formRules } from './sample-form'

const label = (vi: string) => ({ vi, en: vi })
const RANKS = ['A', 'B', 'C'].map((value) => ({ value, label: label(`Hạng ${value}`) }))

/** One question of every kind that can be answered; a paper is a file and no answer. */
const KINDS = {
  text: {},
  longtext: {},
  number: { unit: label('m²') },
  money: {},
  date: {},
  time: {},
  boolean: {},
  select: { options: RANKS },
  multiselect: { options: RANKS },
  address: {},
  person: {
    parts: ['full_name', 'date_of_birth', 'id_number', 'phone', 'email', 'position'],
  },
  organisation: { parts: ['name', 'tax_code', 'phone', 'email', 'contact'] },
  phone: {},
  email: {},
  schedule: {},
  table: {
    rowLabel: label('Dòng'),
    columns: [
      { key: 'name', type: 'text', label: label('Tên') },
      { key: 'count', type: 'number', label: label('Số lượng'), integer: true },
      { key: 'ranks', type: 'multiselect', label: label('Hạng'), options: RANKS },
      { key: 'hours', type: 'schedule', label: label('Giờ') },
    ],
  },
  declaration: {},
  notice: { body: label('Nội dung thông báo'), acknowledge: true },
} as const satisfies Record<Exclude<FieldType, 'paper'>, object>

function procedureAsking(field: Field): Procedure {
  return {
    ...CLINIC,
    derived: [],
    rules: [],
    sections: [{ key: 'only', title: label('Nội dung'), fields: [field] }],
  }
}

/** What the form says; the characters of a table are cut where a column ends, so blanks do not count. */
async function said(procedure: Procedure, value: AnswerValue): Promise<string> {
  const { bytes } = await renderOfficialForm(filedForm(procedure, { asked: value }))
  return tight(spoken((await readTree(bytes)).root))
}

async function drawn(procedure: Procedure, value: AnswerValue): Promise<string> {
  return drawnOn((await renderOfficialForm(filedForm(procedure, { asked: value }))).bytes)
}

function tight(text: string): string {
  return evened(text).replaceAll(' ', '')
}

describe.each(Object.entries(KINDS))('a question of the kind %s', (type, more) => {
  const field = fieldSchema.parse({ key: 'asked', label: label('Câu hỏi'), type, ...more })
  const procedure = procedureAsking(field)
  const rules = formRules(procedure)
  /** What the reader accepts, in the form in which it is kept. */
  const accepted = arbitraryValue(field, rules).map((value) => {
    const read = readAnswers(rules, { asked: value })
    expect(read.issues).toEqual([])
    return read.answers['asked'] as AnswerValue
  })

  it('shows whatever answer is accepted', async () => {
    await fc.assert(
      fc.asyncProperty(accepted, async (value) => {
        const text = await said(procedure, value)
        if (type === 'declaration' || type === 'notice') {
          expect(text).toContain(tight('■ Câu hỏi'))
          return
        }
        const { lines, rows } = describeAnswer(field, value, { codes: rules.codes, locale: 'vi' })
        const words = rows.length > 0 ? rows.flat().map((cell) => cell.text) : lines
        expect(words.length).toBeGreaterThan(0)
        for (const word of words) expect(text).toContain(tight(onPaper(word)))
      }),
      { numRuns: 12 },
    )
  })

  it('shows every change that the comparison sees, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(accepted, accepted, async (before, after) => {
        const changes = diffAnswers({ asked: before }, { asked: after })
        const [old, now] = [await drawn(procedure, before), await drawn(procedure, after)]
        expect(old !== now).toBe(changes.length > 0)
      }),
      { numRuns: 12 },
    )
  })

  it('shows an answer that is taken away as one that is not there', async () => {
    const [value] = fc.sample(accepted, { seed: 5, numRuns: 1 })
    if (value === undefined) throw new Error('no value')
    expect(diffAnswers({ asked: value }, {})).not.toEqual([])
    const { bytes } = await renderOfficialForm(filedForm(procedure, {}))
    expect(tight(spoken((await readTree(bytes)).root))).not.toBe(await said(procedure, value))
  })
})

describe('characters that the print has no glyph for', () => {
  it('stand there by their numbers, so that two never look the same', () => {
    expect(onPaper('Công ty 漢字 Đông Á')).toBe('Công ty [U+6F22][U+5B57] Đông Á')
    expect(onPaper('漢')).not.toBe(onPaper('字'))
  })

  it('leave alone what can be printed, composed', () => {
    expect(onPaper('Nguyễn Thị Ửng'.normalize('NFD'))).toBe('Nguyễn Thị Ửng')
  })
})
