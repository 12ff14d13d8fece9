import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { receiveUpload, type UploadRules } from '@/lib/files/intake'
import { readFileBytes } from '@/lib/files/store'
import { MB, openEmptyStore, receive } from './intake-harness'
import * as sample from './sample-files'

const { filesLeft } = await openEmptyStore()
const pdf = await sample.pdfBytes()

describe('an upload that is taken', () => {
  it('lies in the store under its id, counted and hashed', async () => {
    const result = await receive(pdf, {
      declaredName: 'C:\\hồ sơ\\Đơn.pdf',
      declaredSize: pdf.length,
    })
    if (!result.ok) throw new Error(result.refusal.code)
    const { name, size, sha256, mediaType, storageKey } = result.value
    expect({ name, size, mediaType }).toEqual({
      name: 'Đơn.pdf',
      size: pdf.length,
      mediaType: 'application/pdf',
    })
    expect(sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
    expect(Buffer.from(await readFileBytes(storageKey))).toEqual(pdf)
    expect(storageKey).not.toContain('on.pdf')
    expect(await filesLeft()).toBe(1)
  })

  it.each([
    ['a PDF with compressed objects', () => sample.pdfBytes(3, true), 'don.pdf'],
    [
      'a PDF that opens at a page',
      () => sample.pdfWithCatalogEntry('OpenAction', '[3 0 R /Fit]'),
      'don.pdf',
    ],
    [
      'a PDF with line breaks after its end',
      async () => Buffer.concat([pdf, Buffer.from('\r\n\n')]),
      'don.pdf',
    ],
    ['a JPEG', () => sample.photo(), 'anh.JPEG'],
    ['a PNG', () => sample.pngBytes(), 'anh.png'],
    ['a workbook', async () => sample.zipBytes(sample.workbook), 'danh muc.xlsx'],
    ['a table', async () => Buffer.from('mã,tên\r\n1,Khám nội\r\n'), 'danh muc.csv'],
  ])('%s', async (_, make, declaredName) => {
    const result = await receive(await make(), {
      declaredName,
      accept: ['pdf', 'jpeg', 'png', 'xlsx', 'csv'],
    })
    expect(result).toMatchObject({ ok: true, value: { name: declaredName } })
  })

  it('gets the extension it lacks', async () => {
    const result = await receive(await sample.photo(), { declaredName: 'image', accept: ['jpeg'] })
    expect(result).toMatchObject({ ok: true, value: { name: 'image.jpg' } })
  })

  it('may be exactly as large as the limit', async () => {
    expect(await receive(pdf, { maxBytes: pdf.length })).toMatchObject({ ok: true })
  })
})

describe('an upload that is refused', () => {
  it('at one byte over the limit, read no further', async () => {
    let read = 0
    const endless = (async function* () {
      for (;;) {
        read += MB
        yield Buffer.alloc(MB, 0x41)
      }
    })()
    const result = await receiveUpload(endless, {
      declaredName: 'lon.pdf',
      accept: ['pdf'],
      maxBytes: 20 * MB,
    })
    expect(result).toEqual({
      ok: false,
      refusal: { code: 'too-large', limitMb: 20, name: 'lon.pdf' },
    })
    expect(read).toBe(21 * MB)
    expect(await filesLeft()).toBe(0)
  })

  it('before the first byte when it announces too much', async () => {
    const untouched = {
      [Symbol.asyncIterator]: () => {
        throw new Error('was read')
      },
    }
    const rules: UploadRules = {
      declaredName: 'a.pdf',
      declaredSize: 10e9,
      accept: ['pdf'],
      maxBytes: MB,
    }
    expect(await receiveUpload(untouched, rules)).toMatchObject({ refusal: { code: 'too-large' } })
  })

  it.each([1, -1])(
    'when %i byte is missing or too many against the announced size',
    async (off) => {
      const result = await receive(pdf, { declaredSize: pdf.length + off })
      expect(result).toMatchObject({ ok: false, refusal: { code: 'incomplete' } })
      expect(await filesLeft()).toBe(0)
    },
  )

  it('when the sender hangs up', async () => {
    const broken = (async function* () {
      yield pdf.subarray(0, 100)
      throw new Error('aborted')
    })()
    const rules: UploadRules = { declaredName: 'a.pdf', accept: ['pdf'], maxBytes: MB }
    expect(await receiveUpload(broken, rules)).toMatchObject({ refusal: { code: 'incomplete' } })
    expect(await filesLeft()).toBe(0)
  })

  it.each([
    ['falls silent', { stallMs: 50 }, 1000],
    ['trickles', { totalMs: 120 }, 30],
  ])('when the sender %s', async (_, limits, everyMs) => {
    const slow = (async function* () {
      for (let n = 0; n < 50; n += 1) {
        yield Buffer.from('%')
        await pause(everyMs)
      }
    })()
    const rules: UploadRules = { declaredName: 'a.pdf', accept: ['pdf'], maxBytes: MB, ...limits }
    expect(await receiveUpload(slow, rules)).toMatchObject({ refusal: { code: 'too-slow' } })
    expect(await filesLeft()).toBe(0)
  })
})
