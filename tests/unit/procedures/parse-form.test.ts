import { describe, expect, it } from 'vitest'
import { mergeSection, parseSection } from '@/lib/procedures/parse-form'
import { clinicAnswers } from '@/tests/factories/answers'
import { clinicRules } from '@/tests/factories/clinic-procedure'

const rules = clinicRules()

function parse(section: string, entries: [string, string][], before = clinicAnswers()) {
  return parseSection(rules, section, { entries, before })
}

describe('a section from the entries of a form', () => {
  it('reads parts, repeated names and typed values', () => {
    const { answers, issues } = parse('activity', [
      ['languages', 'en'],
      ['languages', 'vi'],
      ['telemedicine', 'false'],
      ['working_hours[0].days', 't3'],
      ['working_hours[0].days', 't2'],
      ['working_hours[0].from', '8h'],
      ['working_hours[0].to', '17:30'],
    ])
    expect(issues).toEqual([])
    expect(answers).toEqual({
      languages: ['vi', 'en'],
      telemedicine: false,
      working_hours: [{ days: ['t2', 't3'], from: '08:00', to: '17:30' }],
    })
  })

  it('reads three boxes of a date', () => {
    const boxes: [string, string][] = [
      ['org_reg_date.day', '20'],
      ['org_reg_date.month', '5'],
      ['org_reg_date.year', '2024'],
    ]
    expect(parse('owner', boxes).answers).toEqual({ org_reg_date: '2024-05-20' })
  })

  it('reads rows of a table with timetables in them, and leaves empty rows out', () => {
    const { answers, typed } = parse('practitioners', [
      ['practitioners[0].full_name', ''],
      ['practitioners[0].schedule[0].from', ''],
      ['practitioners[3].full_name', ' Đặng  Quốc Việt '],
      ['practitioners[3].schedule[0].days', 't2'],
      ['practitioners[3].schedule[0].from', '08:00'],
      ['practitioners[3].schedule[0].to', '12:00'],
    ])
    const schedule = [{ days: ['t2'], from: '08:00', to: '12:00' }]
    expect(answers).toEqual({ practitioners: [{ full_name: 'Đặng Quốc Việt', schedule }] })
    expect(typed['practitioners[0].full_name']).toEqual([' Đặng  Quốc Việt '])
    expect(typed).not.toHaveProperty(['practitioners[3].full_name'])
  })

  it('says what is wrong by path and keeps what was typed', () => {
    const { answers, issues, typed } = parse('premises', [
      ['floor_area_m2', 'rộng lắm'],
      ['storeys', '2'],
      ['rooms[0].room_name', 'Phòng khám'],
      ['rooms[0].area_m2', '0'],
    ])
    expect(answers).toMatchObject({ storeys: 2, rooms: [{ room_name: 'Phòng khám' }] })
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'floor_area_m2 not-a-number',
      'rooms[0].area_m2 too-small',
    ])
    expect(typed['floor_area_m2']).toEqual(['rộng lắm'])
  })

  it('names the gaps of this section only, for "continue"', () => {
    const { issues, obstacles } = parse('it', [], {})
    expect(issues).toEqual([])
    expect(obstacles.map(({ path, code }) => `${path} ${code}`)).toEqual(['his_connected required'])
  })

  it.each([
    ['a field of another section', 'facility_name'],
    ['a name nobody knows', 'role'],
    ['the prototype', '__proto__.polluted'],
    ['a constructor', 'org_name.constructor.prototype.polluted'],
    ['an endless depth', 'practitioners[0].a.b.c.d.e.f'],
  ])('keeps out %s', (_, name) => {
    const { answers } = parse('owner', [
      [name, 'x'],
      ['org_email', 'a@b.vn'],
    ])
    expect(answers).toEqual({ org_email: 'a@b.vn' })
    expect({}).not.toHaveProperty('polluted')
  })

  it('is not bothered by a row number of any size', () => {
    const { answers } = parse('premises', [['rooms[999999999].room_name', 'Kho']])
    expect(answers).toEqual({ rooms: [{ room_name: 'Kho' }] })
  })

  it('takes one of two ticks and a hidden no', () => {
    const hidden: [string, string][] = [
      ['commit_truth', 'false'],
      ['commit_truth', 'true'],
    ]
    expect(parse('commitment', hidden).answers).toEqual({ commit_truth: true })
  })
})

describe('saving a section', () => {
  it('replaces what was asked, clears what was emptied, keeps what was hidden', () => {
    const before = clinicAnswers({ radiation_use: false })
    const answers = { radiation_use: true, waste_method: 'tu-xu-ly' }
    const after = mergeSection(rules, before, { section: 'safety', answers })
    expect(after).toMatchObject({ radiation_use: true, waste_method: 'tu-xu-ly' })
    expect(after).toHaveProperty('radiation_licence_no', 'GP-0123/2026')
    expect(after).not.toHaveProperty('infection_control')
    expect(after).toHaveProperty('org_name')
  })
})
