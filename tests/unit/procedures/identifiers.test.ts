import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanLines } from '@/lib/procedures/clean-text'
import { parseDay, parseTime, writeDay } from '@/lib/procedures/read/date'
import {
  looksLikePersonalId,
  parseCoordinates,
  parseEmail,
  parsePersonalId,
  parsePhone,
  parsePractisingLicence,
  parseTaxCode,
  parseUrl,
} from '@/lib/procedures/read/identifiers'
import { parseNumber, writeNumber } from '@/lib/procedures/read/number'

describe('tax codes', () => {
  it.each(['0100233488', '0314409058', '0100112437', '0312687878'])('%s is one', (code) => {
    expect(parseTaxCode(code)).toBe(code)
  })

  it.each([
    ['0100112437-001', '0100112437-001'],
    ['0100112437001', '0100112437-001'],
    ['0100 112 437', '0100112437'],
    ['001188000123', '001188000123'],
  ])('%s is %s', (typed, code) => {
    expect(parseTaxCode(typed)).toBe(code)
  })

  it('notices any single wrong digit', () => {
    const wrongDigit = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(wrongDigit, ([place, shift]) => {
        const digits = [...'0100112437']
        digits[place] = String((Number(digits[place]) + shift) % 10)
        expect(parseTaxCode(digits.join(''))).toBeNull()
      }),
    )
  })
})

describe('personal numbers', () => {
  it('are twelve digits', () => {
    expect(parsePersonalId('087 084 000 999')).toBe('087084000999')
    expect(parsePersonalId('123456789')).toBeNull()
  })

  it.each([
    ['087084000999', '1984-05-01', true],
    ['087084000999', '1985-05-01', false],
    ['087084000999', undefined, true],
    ['001206012345', '2006-01-01', true],
    ['003084000999', undefined, false],
    ['001984000999', undefined, false],
  ])('%s born %s: plausible %s', (digits, born, plausible) => {
    expect(looksLikePersonalId(digits, born)).toBe(plausible)
  })
})

describe('telephone numbers', () => {
  it.each([
    ['0912 345 678', '+84912345678'],
    ['+84 912.345.678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['+840912345678', '+84912345678'],
    ['(024) 3800 1234', '+842438001234'],
    ['1900 1234', '+8419001234'],
    ['+1 212 555 0100', '+12125550100'],
  ])('%s is %s', (typed, phone) => {
    expect(parsePhone(typed)).toBe(phone)
  })

  it.each(['0212', '0112345678', '12345', '+84 12', 'abc'])('%s is none', (typed) => {
    expect(parsePhone(typed)).toBeNull()
  })
})

describe('other identifiers', () => {
  it.each([
    [parseEmail, 'Lien.He@An-Binh.VN', 'Lien.He@an-binh.vn'],
    [parseEmail, 'a@b', null],
    [parseEmail, 'a b@c.vn', null],
    [parsePractisingLicence, '001234/hno-gphn', '001234/HNO-GPHN'],
    [parsePractisingLicence, '0012345/ĐNAI-CCHN', '0012345/ĐNAI-CCHN'],
    [parsePractisingLicence, '12/HNO', null],
    [parseUrl, 'phongkham.vn', 'https://phongkham.vn/'],
    [parseUrl, 'javascript:alert(1)', null],
    [parseUrl, 'http://a:b@c.vn', null],
    [parseCoordinates, '21.0285 ; 105.80', '21.0285, 105.8'],
    [parseCoordinates, '91, 0', null],
  ])('%o of %s is %s', (parse, typed, expected) => {
    expect(parse(typed)).toBe(expected)
  })
})

describe('numbers the Vietnamese way', () => {
  it.each([
    ['1.000.000', 1_000_000],
    ['1000000', 1_000_000],
    ['1.234,5', 1234.5],
    ['85,5', 85.5],
    ['85.5', 85.5],
    ['1.000', 1000],
    ['0,125', 0.125],
    ['1,000,000', 1_000_000],
    ['-12', -12],
    ['1,000', 'ambiguous'],
    ['1.00.0', null],
    ['', null],
    ['1e5', null],
    ['12 m', null],
  ])('%s is %s', (typed, value) => {
    expect(parseNumber(typed)).toBe(value)
  })

  it('are read back as they were written', () => {
    const number = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9999 }))
    fc.assert(
      fc.property(number, ([whole, part]) => {
        const value = Number(`${whole}.${String(part).padStart(4, '0')}`)
        expect(parseNumber(writeNumber(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('days and times', () => {
  it.each([
    ['30/11/2026', '2026-11-30'],
    ['1/2/2026', '2026-02-01'],
    ['01-02-2026', '2026-02-01'],
    ['2026-11-30', '2026-11-30'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/04/2026', null],
    ['11/30/2026', null],
    ['01/01/1899', null],
    ['1/1/26', null],
  ])('%s is %s', (typed, day) => {
    expect(parseDay(typed)).toBe(day)
  })

  it('come back from how they are shown', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(parseDay(writeDay(day))).toBe(day)
      }),
    )
  })

  it.each([
    ['7:30', '07:30'],
    ['07h30', '07:30'],
    ['7h', '07:00'],
    ['23:59', '23:59'],
    ['24:00', null],
    ['8', null],
  ])('%s is %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time)
  })
})

describe('typed text', () => {
  it('is NFC, without controls, turned directions and double blanks', () => {
    const decomposed = 'Pho\u0300ng  kha\u0301m'
    expect(cleanLine(`\u202e ${decomposed}\u0000\u200b\tAn\u00a0Bình \u202c`)).toBe(
      'Phòng khám An Bình',
    )
    expect(cleanLine('\ud800x')).toBe('\ufffdx')
  })

  it('keeps lines where lines are wanted', () => {
    expect(cleanLines(' một \r\n\r\n\r\n\r\nhai\t ')).toBe('một\n\nhai')
    expect(cleanLine('một\nhai')).toBe('một hai')
  })

  it('is the same when cleaned twice', () => {
    const unusual = fc.constantFrom(...'aờĐ \n\t\r\0\u0300\u0323\u200b\u202e\u00a0\ud800\ufeff')
    fc.assert(
      fc.property(fc.string({ unit: unusual }), (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
        expect(cleanLines(cleanLines(text))).toBe(cleanLines(text))
      }),
    )
  })
})
