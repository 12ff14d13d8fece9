import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '@/lib/files/inspect'
import * as sample from './sample-files'

const path = join(tmpdir(), `onedoor-fuzz-${process.pid}`)
const accept = ['pdf', 'jpeg', 'png', 'xlsx', 'csv'] as const
const originals = [
  await sample.pdfBytes(2, true),
  await sample.scriptedPdf(true),
  await sample.photo(60, 40, 6),
  await sample.pngBytes(),
  sample.zipBytes(sample.workbook),
]

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.uint8Array({ maxLength: 12 }),
  dropped: fc.integer({ min: 0, max: 400 }),
})

describe('the inspection of a spoilt file', () => {
  it('always comes to a verdict', { timeout: 60_000 }, async () => {
    const spoilt = fc.record({
      original: fc.constantFrom(...originals),
      changes: fc.array(change, { minLength: 1, maxLength: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ original, changes }) => {
        let bytes: Uint8Array = original
        for (const { at, bytes: put, dropped } of changes) {
          const start = Math.floor(at * bytes.length)
          bytes = Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + dropped)])
        }
        await writeFile(path, bytes)
        const verdict = await inspectFile({ path, size: bytes.length, accept })
        expect('kind' in verdict || verdict.refusal.code).toBeTruthy()
      }),
      { numRuns: 600 },
    )
  })
})
