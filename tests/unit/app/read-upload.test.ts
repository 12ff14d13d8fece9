import { describe, expect, it } from 'vitest'
import { readUpload } from '@/app/_server/read-upload'

function sent(content: BlobPart[]): Request {
  const form = new FormData()
  form.set('document', new File(content, 'giay-phep.pdf', { type: 'application/pdf' }))
  return new Request('http://localhost/x', { method: 'POST', body: form })
}

describe('a file sent by a plain form', () => {
  it('arrives byte by byte', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, place) => place % 256)
    const upload = await readUpload(sent([bytes]), 1_000_000)
    expect(upload.ok && Buffer.compare(upload.value, Buffer.from(bytes))).toBe(0)
  })

  it('is refused as soon as it grows beyond the limit', async () => {
    const upload = await readUpload(sent([new Uint8Array(2_000)]), 1_000)
    expect(upload).toEqual({ ok: false, refusal: { code: 'too-large' } })
  })

  it('is missed when none was chosen', async () => {
    expect(await readUpload(sent([]), 1_000)).toEqual({ ok: false, refusal: { code: 'missing' } })
  })

  it.each([
    ['another kind of body', { 'content-type': 'text/plain' }, 'x'],
    ['a form without a boundary', { 'content-type': 'multipart/form-data' }, 'x'],
    ['a form that breaks off', { 'content-type': 'multipart/form-data; boundary=a' }, '--a\r\nx'],
  ])('is missed in %s', async (_case, headers, body) => {
    const request = new Request('http://localhost/x', { method: 'POST', headers, body })
    expect(await readUpload(request, 1_000)).toEqual({
      ok: false,
      refusal: { code: 'missing' },
    })
  })
})
