import { expect, it } from 'vitest'
import type { MediaKind } from '@/lib/files/media-kinds'
import { openEmptyStore, receive } from './intake-harness'
import * as sample from './sample-files'

const { filesLeft } = await openEmptyStore()

const SAMPLES: Record<MediaKind, { name: string; bytes: () => Promise<Buffer> | Buffer }> = {
  pdf: { name: 'a.pdf', bytes: () => sample.pdfBytes() },
  jpeg: { name: 'a.jpg', bytes: () => sample.photo() },
  png: { name: 'a.png', bytes: () => sample.pngBytes() },
  xlsx: { name: 'a.xlsx', bytes: () => sample.zipBytes(sample.workbook) },
  csv: { name: 'a.csv', bytes: () => Buffer.from('mã,tên\r\n') },
}
const kinds = Object.keys(SAMPLES) as MediaKind[]

it.each(kinds)('a slot takes only the kinds that its procedure names, so no %s', async (kind) => {
  const { name, bytes } = SAMPLES[kind]
  const accept = kinds.filter((other) => other !== kind)
  expect(await receive(await bytes(), { declaredName: name, accept })).toMatchObject({
    ok: false,
    refusal: { code: 'type-not-allowed', accept },
  })
  expect(await filesLeft()).toBe(0)
})
