import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promisesCalendar } from '@/lib/deadlines/promises-calendar'

const file = {
  reference: 'NOP-7K4M9QWX2F',
  sequence: 0,
  stampedAt: new Date('2026-11-22T03:04:05.678Z'),
  url: 'http://localhost:3000/my/dossiers/1',
  promises: [
    {
      key: 'appraisal',
      due: '2027-02-11',
      summary: 'Hạn thẩm định; phòng khám, An Bình',
      description:
        'Thẩm định trong 60 ngày từ khi nhận đủ hồ sơ\nngày cuối rơi vào Tết thì chuyển sang ngày làm việc kế tiếp',
    },
    {
      key: 'issue',
      due: '2027-02-25',
      summary: 'Hạn cấp giấy phép',
      description: '10 ngày làm việc',
    },
  ],
}

/** Folded lines joined again, as a calendar program reads them. */
function unfolded(text: string): string[] {
  return text.replace(/\r\n /g, '').trimEnd().split('\r\n')
}

describe('the calendar of promises', () => {
  const text = promisesCalendar(file)

  it('has an all-day entry for each promise, with a UID that stays', () => {
    const lines = unfolded(text)
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
    expect(lines).toContain('UID:appraisal.NOP-7K4M9QWX2F@mot-cua-y-te')
    expect(lines).toContain('DTSTART;VALUE=DATE:20270211')
    expect(lines).toContain('DTEND;VALUE=DATE:20270212')
    expect(lines).toContain('DTSTAMP:20261122T030405Z')
  })

  it('escapes what RFC 5545 gives a meaning', () => {
    expect(unfolded(text)).toContain('SUMMARY:Hạn thẩm định\\; phòng khám\\, An Bình')
    expect(unfolded(text).join()).toContain('đủ hồ sơ\\nngày cuối')
  })

  it('ends every line with CRLF and folds at 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (description) => {
        const [first] = file.promises
        if (!first) throw new Error('no promise')
        const made = promisesCalendar({ ...file, promises: [{ ...first, description }] })
        expect(made.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
        for (const line of made.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        }
      }),
    )
  })
})
