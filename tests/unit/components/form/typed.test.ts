import { describe, expect, it } from 'vitest'
import { controlId, dotPath, joinPath, pathsAbove } from '@/components/form/paths'
import { rawEntries, rawSection, shownPath } from '@/components/form/raw-values'
import {
  countTyped,
  groupEntries,
  textEntries,
  typedAnswers,
  withoutRow,
} from '@/components/form/typed'
import { readAnswers } from '@/lib/procedures/read-answers'
import {
  charityClinicAnswers,
  clinicAnswers,
  householdClinicAnswers,
} from '@/tests/factories/answers'
import { CLINIC, clinicRules } from '@/tests/factories/clinic-procedure'

describe('names of boxes', () => {
  it('makes an id, a name for the form and the places above out of one path', () => {
    const path = 'practitioners[0].schedule[1].days'
    expect(controlId(path)).toBe('f-practitioners-0-schedule-1-days')
    expect(dotPath(path)).toBe('practitioners.0.schedule.1.days')
    expect(pathsAbove(path)).toEqual([
      'practitioners[0].schedule[1]',
      'practitioners[0].schedule',
      'practitioners[0]',
      'practitioners',
    ])
    expect(joinPath(['a', 0, 'b', 2, 'c'])).toBe('a[0].b[2].c')
  })
})

describe('what stands in the boxes', () => {
  it('leaves out the names that belong to the form itself', () => {
    const form = new FormData()
    form.append('org_name', 'An Bình')
    form.append('_version', '3')
    form.append('$ACTION_ID_x', '')
    form.append('file', new File(['x'], 'x.pdf'))
    expect(textEntries(form)).toEqual([['org_name', 'An Bình']])
  })

  it('counts rows by their highest number and drops a row with all that is in it', () => {
    const entries = [
      ['rooms[0].name', 'a'],
      ['rooms[2].name', 'c'],
      ['rooms[10].name', 'k'],
    ] as const
    expect(countTyped(groupEntries(entries), 'rooms')).toBe(11)
    expect(countTyped(groupEntries(entries), 'room')).toBe(0)
    expect(withoutRow(entries, 'rooms[1]')).toHaveLength(3)
    expect(withoutRow(entries, 'rooms[10]').map(([name]) => name)).not.toContain('rooms[10].name')
  })

  it.each([
    ['a company', clinicAnswers()],
    ['a household', householdClinicAnswers()],
    ['an individual', charityClinicAnswers()],
  ])(
    'reads the answers of %s back from the values of the form, section by section',
    (_who, answers) => {
      for (const section of CLINIC.sections) {
        const values = rawSection(section, typedAnswers(section, answers))
        const read = readAnswers(clinicRules(), { ...answers, ...values })
        expect(read.obstacles).toEqual([])
        for (const { key } of section.fields) {
          // A box that is not ticked and a question never answered are the same to a form.
          expect(read.answers[key]).toEqual(answers[key])
        }
      }
    },
  )

  it('carries a closed row as entries that read as the same row', () => {
    const table = CLINIC.sections
      .flatMap(({ fields }) => fields)
      .find((f) => f.key === 'practitioners')
    const section = CLINIC.sections.find(({ key }) => key === 'practitioners')
    if (!table || !section) throw new Error('no practitioners')
    const values = rawSection(section, typedAnswers(section, clinicAnswers()))
    const entries = rawEntries(values['practitioners'], 'practitioners')
    const again = rawSection(section, groupEntries(entries))
    expect(again['practitioners']).toEqual(values['practitioners'])
  })
})

describe('places of problems', () => {
  it('counts blank rows that reading leaves out', () => {
    const raw = {
      rooms: [{ name: '' }, { name: 'a' }, { name: '', hours: [{ days: [] }] }, { name: 'b' }],
    }
    expect(shownPath(raw, ['rooms', 0, 'name'])).toEqual(['rooms', 1, 'name'])
    expect(shownPath(raw, ['rooms', 1, 'name'])).toEqual(['rooms', 3, 'name'])
    expect(shownPath(raw, ['rooms'])).toEqual(['rooms'])
  })
})
