import { describe, expect, it } from 'vitest'
import { type BadUpload, openEmptyStore, receive } from './intake-harness'
import * as sample from './sample-files'

const { filesLeft } = await openEmptyStore()
const accept = ['jpeg', 'png', 'xlsx', 'csv'] as const

const otherType = { code: 'type-not-allowed' }
const damagedBook = { code: 'spreadsheet-damaged' }
const tooManyPixels = { code: 'image-too-large', limitMegapixels: 40 }

const flood = (side: number) => () => sample.pngFlood(side, side)
const book = (entry: sample.ZipEntry) => () => sample.zipBytes([...sample.workbook, entry])
const text = (content: string) => () => Buffer.from(content)
const hex = (content: string) => () => Buffer.from(content, 'hex')

const bad: BadUpload[] = [
  { what: 'a PNG of 30000 x 30000', bytes: flood(30_000), refusal: tooManyPixels, name: 'a.png' },
  { what: 'a PNG without end', bytes: flood(65_535), refusal: tooManyPixels, name: 'a.png' },
  {
    what: 'a PNG of its signature',
    bytes: hex('89504e470d0a1a0a0000000d49484452'),
    refusal: { code: 'image-damaged' },
    name: 'a.png',
  },
  {
    what: 'a JPEG of its first bytes',
    bytes: hex('ffd8ffe000104a464946'),
    refusal: { code: 'image-damaged' },
    name: 'a.jpg',
  },
  {
    what: 'a JPEG with a ZIP behind it',
    bytes: async () => Buffer.concat([await sample.photo(), sample.zipBytes([])]),
    refusal: { code: 'two-formats' },
    name: 'a.jpg',
  },
  {
    what: 'a PNG named JPEG',
    bytes: () => sample.pngBytes(),
    refusal: { code: 'name-contradicts-content' },
    name: 'a.jpg',
  },
  { what: 'a moving picture', bytes: text('GIF89a0000'), refusal: otherType, name: 'a.png' },
  {
    what: 'a drawing with a script',
    bytes: text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    refusal: otherType,
    name: 'a.svg',
  },
  {
    what: 'a page named as a table',
    bytes: text('<html><script>x</script>'),
    refusal: otherType,
    name: 'a.csv',
  },
  { what: 'bytes named as a table', bytes: hex('01020300ff'), refusal: otherType, name: 'a.csv' },
  { what: 'a table not in UTF-8', bytes: hex('61e12c62'), refusal: otherType, name: 'a.csv' },
  {
    what: 'any ZIP named as a workbook',
    bytes: () => sample.zipBytes([{ name: 'a.txt', data: 'x' }]),
    refusal: damagedBook,
    name: 'a.xlsx',
  },
  {
    what: 'macros',
    bytes: book({ name: 'xl/vbaProject.bin' }),
    refusal: { code: 'spreadsheet-macros' },
    name: 'a.xlsx',
  },
  {
    what: 'links to other workbooks',
    bytes: book({ name: 'xl/externalLinks/externalLink1.xml' }),
    refusal: { code: 'spreadsheet-macros' },
    name: 'a.xlsx',
  },
  {
    what: 'a part of 4 GB',
    bytes: book({ name: 'xl/sheet.xml', announce: 0xfffffff0 }),
    refusal: damagedBook,
    name: 'a.xlsx',
  },
  {
    what: 'two parts of one name',
    bytes: book({ name: 'xl/workbook.xml' }),
    refusal: damagedBook,
    name: 'a.xlsx',
  },
  {
    what: 'a part outside',
    bytes: book({ name: '../../x' }),
    refusal: damagedBook,
    name: 'a.xlsx',
  },
  {
    what: 'too many parts',
    bytes: () => sample.zipBytes(Array.from({ length: 3000 }, (_, n) => ({ name: `x${n}` }))),
    refusal: damagedBook,
    name: 'a.xlsx',
  },
  {
    what: 'a workbook with something behind it',
    bytes: () => Buffer.concat([sample.zipBytes(sample.workbook), Buffer.from('x')]),
    refusal: damagedBook,
    name: 'a.xlsx',
  },
]

describe('a picture, workbook or table is refused', () => {
  it.each(bad)('for $what', async ({ bytes, refusal, name = '' }) => {
    const result = await receive(await bytes(), { declaredName: name, accept })
    expect(result).toMatchObject({ ok: false, refusal: { name, ...refusal } })
    expect(await filesLeft()).toBe(0)
  })
})
