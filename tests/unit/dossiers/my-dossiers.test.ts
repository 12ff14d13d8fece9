import { describe, expect, it } from 'vitest'
import { fits, type OwnDossier, pileOf } from '@/lib/dossiers/my-dossiers'
import { validityOn } from '@/lib/dossiers/my-licences'

const ROW: OwnDossier = {
  id: '0192',
  reference: 'H26.15-261123-0007',
  submissionReference: 'NOP-1XFCDDK5VK',
  subject: 'Phòng khám Răng Hàm Mặt An Bình',
  procedureKey: 'gphd-specialist-clinic-new',
  procedureVersionId: 'v1',
  procedureName: { vi: 'Giấy phép hoạt động phòng khám chuyên khoa', en: 'Clinic licence' },
  state: 'appraisal',
  dueAt: null,
  updatedAt: new Date('2026-11-23T02:00:00Z'),
}

describe('searching one’s own dossiers', () => {
  it.each([
    ['', true],
    ['an binh', true],
    ['AN BÌNH răng', true],
    ['261123-0007', true],
    ['nop-1xfc', true],
    ['chuyen khoa', true],
    ['clinic', true],
    ['an binh duoc', false],
  ])('“%s” fits: %s', (words, expected) => {
    expect(fits(ROW, { words })).toBe(expected)
  })

  it('asks for pile and procedure together with the words', () => {
    expect(fits(ROW, { words: 'an binh', pile: 'in-progress' })).toBe(true)
    expect(fits(ROW, { words: 'an binh', pile: 'done' })).toBe(false)
    expect(fits(ROW, { procedureKey: 'gpp-new' })).toBe(false)
  })

  it('puts each dossier into one pile', () => {
    expect(pileOf({ state: 'awaiting-payment' })).toBe('needs-me')
    expect(pileOf({ state: 'issued' })).toBe('needs-me')
    expect(pileOf({ state: 'signing' })).toBe('in-progress')
    expect(pileOf({ state: 'withdrawn' })).toBe('done')
  })
})

describe('how a licence stands', () => {
  const held = { status: 'in-force', validTo: '2027-05-23' } as const

  it('is told half a year before its end, and its last day counts', () => {
    expect(validityOn(held, '2026-11-22')).toBe('in-force')
    expect(validityOn(held, '2026-11-23')).toBe('ending')
    expect(validityOn(held, '2027-05-23')).toBe('ending')
    expect(validityOn(held, '2027-05-24')).toBe('ended')
  })

  it('without an end stays in force; what the register says comes first', () => {
    expect(validityOn({ status: 'in-force', validTo: null }, '2050-01-01')).toBe('in-force')
    expect(validityOn({ ...held, status: 'revoked' }, '2026-11-23')).toBe('revoked')
  })
})
