import { describe, expect, it } from 'vitest'
import type { Procedure } from '@/lib/procedures/procedure'
import { isReplyTimeOver, roundsUsed, supplementLaw } from '@/lib/supplements/supplement-law'
import { CLINIC, TODAY } from '@/tests/factories/clinic-procedure'

const SECTOR = {
  key: 'd98-2021-23',
  law: 'Nghị định 98/2021/NĐ-CP',
  article: 'Điều 23',
  text: { vi: 'Bổ sung trong 90 ngày', en: 'Supplement within 90 days' },
  confidence: 'secondary:S05',
}

function underSector(confidence: string): Procedure {
  return {
    ...CLINIC,
    clauses: [...CLINIC.clauses, { ...SECTOR, confidence }],
    supplement: {
      rounds: 3,
      askWithin: { value: 5, unit: 'working-day' },
      answerWithin: { value: 90, unit: 'calendar-day' },
      effect: 'pause',
      basis: SECTOR.key,
    },
  }
}

describe('the law of supplementing', () => {
  it('is the decree alone: one round, 3 working days, 15 days, counted anew', () => {
    expect(supplementLaw(CLINIC, TODAY)).toEqual({
      rounds: 1,
      askWithin: { value: 3, unit: 'working-day' },
      answerWithin: { value: 15, unit: 'calendar-day' },
      effect: 'restart',
      sectorClause: null,
    })
  })

  it.each(['verified', 'verified:KCB', 'secondary:S05'])(
    'yields to a sector clause that is %s',
    (sure) => {
      const law = supplementLaw(underSector(sure), TODAY)
      expect(law).toMatchObject({ rounds: 3, answerWithin: { value: 90 }, effect: 'pause' })
      expect(law.sectorClause?.key).toBe('d98-2021-23')
    },
  )

  it.each(['own_knowledge', 'unconfirmed', 'designed'])(
    'does not yield to one that is only %s',
    (unsure) => {
      expect(supplementLaw(underSector(unsure), TODAY)).toMatchObject({
        rounds: 1,
        sectorClause: null,
      })
    },
  )
})

describe('rounds', () => {
  const request = (state: string, stage: 'intake' | 'processing' = 'processing') => ({
    state,
    stage,
  })
  it.each([
    ['nothing was asked', [], 0],
    ['a request lies before the desk', [request('asked')], 0],
    ['the desk sent it back', [request('returned')], 0],
    ['it went out', [request('released')], 1],
    ['it was answered', [request('supplied')], 1],
    ['it was asked at intake', [request('supplied', 'intake')], 0],
    ['twice', [request('supplied'), request('closed')], 2],
  ])('when %s', (_name, requests, used) => {
    expect(roundsUsed(requests, 'processing')).toBe(used)
  })
})

describe('the last day', () => {
  it.each([
    ['the day before', '2026-12-07', false],
    ['on it', '2026-12-08', false],
    ['the day after', '2026-12-09', true],
  ])('%s', (_name, today, over) => {
    expect(isReplyTimeOver('2026-12-08', today)).toBe(over)
  })
})
