import { describe, expect, it } from 'vitest'
import { dossierCode } from '@/lib/casework/dossier-code'

const PATTERN = '{agency}-{yymmdd}-{serial:4}'

describe('the dossier code', () => {
  it('is the solving authority, the day of acceptance and the serial of that day', () => {
    const parts = { agencyCode: 'H26.15', day: '2026-11-23', serial: 7 }
    expect(dossierCode(PATTERN, parts)).toBe('H26.15-261123-0007')
  })

  it('grows a digit past 9999 rather than repeat itself', () => {
    const parts = { agencyCode: 'H29.15', day: '2027-01-04', serial: 10_000 }
    expect(dossierCode(PATTERN, parts)).toBe('H29.15-270104-10000')
  })
})
