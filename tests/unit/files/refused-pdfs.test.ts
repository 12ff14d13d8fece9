import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type BadUpload, MB, openEmptyStore, receive } from './intake-harness'
import * as sample from './sample-files'

const { filesLeft } = await openEmptyStore()
const pdf = await sample.pdfBytes()
const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url))

const active = (content: string) => ({ code: 'pdf-active-content', content })
const damaged = { code: 'pdf-damaged' }
const encrypted = { code: 'pdf-encrypted' }
const twoFormats = { code: 'two-formats' }
const otherType = { code: 'type-not-allowed', accept: ['pdf'] }
const badName = { code: 'name-contradicts-content' }

const withCatalog = sample.pdfWithCatalogEntry
const html = Buffer.from('<html><script>alert(1)</script>')
const newVersion = Buffer.from(`%PDF-9.9\n${pdf.toString('latin1', 9)}`, 'latin1')

const bad: BadUpload[] = [
  { what: 'no byte at all', bytes: () => Buffer.alloc(0), refusal: { code: 'empty' } },
  { what: 'one byte', bytes: () => Buffer.from('%'), refusal: otherType },
  { what: 'HTML named PDF', bytes: () => html, refusal: otherType },
  { what: 'a program', bytes: () => Buffer.from(`MZ${'\0'.repeat(500)}`), refusal: otherType },
  { what: 'a photo in a slot for PDF', bytes: () => sample.photo(), refusal: otherType },
  { what: 'a half PDF', bytes: () => pdf.subarray(0, pdf.length / 2), refusal: damaged },
  { what: 'no end mark', bytes: () => pdf.subarray(0, pdf.length - 7), refusal: damaged },
  { what: 'head and end mark', bytes: () => Buffer.from('%PDF-1.7\n%%EOF'), refusal: damaged },
  { what: 'an unknown version', bytes: () => newVersion, refusal: damaged },
  { what: 'a password', bytes: () => fixture('encrypted.pdf'), refusal: encrypted },
  {
    what: 'encryption without a password',
    bytes: () => fixture('encrypted-without-password.pdf'),
    refusal: encrypted,
  },
  { what: 'a script', bytes: () => sample.scriptedPdf(false), refusal: active('javascript') },
  {
    what: 'a script among compressed objects',
    bytes: () => sample.scriptedPdf(true),
    refusal: active('javascript'),
  },
  {
    what: 'a script by an escaped name',
    bytes: () => withCatalog('OpenAction', '<</S/J#61va#53cript/JS(x)>>'),
    refusal: active('javascript'),
  },
  {
    what: 'a program to launch',
    bytes: () => withCatalog('OpenAction', '<</S/Launch/F(cmd.exe)>>'),
    refusal: active('launch'),
  },
  {
    what: 'an XFA form',
    bytes: () => withCatalog('AcroForm', '<</XFA 9 0 R/Fields[]>>'),
    refusal: active('xfa'),
  },
  {
    what: 'a file inside',
    bytes: () => sample.pdfWithAttachment(),
    refusal: active('attachment'),
  },
  {
    what: 'a ZIP behind it',
    bytes: () => Buffer.concat([pdf, sample.zipBytes(sample.workbook)]),
    refusal: twoFormats,
  },
  {
    what: 'a ZIP within it',
    bytes: () => sample.pdfWithText(sample.zipBytes([]).toString('latin1')),
    refusal: twoFormats,
  },
  { what: 'a page behind it', bytes: () => Buffer.concat([pdf, html]), refusal: twoFormats },
  {
    what: 'object streams of another filter',
    bytes: () => withObjectStream('/Filter/LZWDecode'),
    refusal: damaged,
  },
  {
    what: 'object streams with a predictor',
    bytes: () => withObjectStream('/Filter/FlateDecode/DecodeParms<</Predictor 12>>'),
    refusal: damaged,
  },
  { what: 'the name of a picture', bytes: () => pdf, refusal: badName, name: 'anh.jpg' },
  { what: 'the name of a program', bytes: () => pdf, refusal: badName, name: 'don.pdf.exe' },
  { what: 'a program in its name', bytes: () => pdf, refusal: badName, name: 'don.exe.pdf' },
]

async function withObjectStream(filter: string): Promise<Buffer> {
  const source = (await sample.pdfBytes(1, true)).toString('latin1')
  const plain = /\/Filter \/FlateDecode([^>]*\/Type \/ObjStm)/
  return Buffer.from(source.replace(plain, `${filter}$1`), 'latin1')
}

describe('a PDF is refused', () => {
  it.each(bad)('for $what', async ({ bytes, refusal, name = 'giay-to.pdf' }) => {
    const result = await receive(await bytes(), { declaredName: name })
    expect(result).toEqual({ ok: false, refusal: { name, ...refusal } })
    expect(await filesLeft()).toBe(0)
  })

  it.each([
    ['one', 200, 1],
    ['many', 15, 40],
  ])('for compressed objects that inflate too far in %s piece', async (_, megabytes, times) => {
    const bomb = deflateSync(Buffer.alloc(megabytes * MB, '1 0 '))
    const objects = Array.from({ length: times }, (_unused, n) => [
      Buffer.from(`${n + 1} 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\n`),
      bomb,
      Buffer.from('\nendstream\nendobj\n'),
    ])
    const source = [
      Buffer.from('%PDF-1.7\n'),
      ...objects.flat(),
      Buffer.from('startxref\n0\n%%EOF'),
    ]
    const before = process.cpuUsage()
    expect(await receive(Buffer.concat(source))).toMatchObject({ refusal: damaged })
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
  })
})
