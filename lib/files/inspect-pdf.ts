import type { FileHandle } from 'node:fs/promises'
import { type PdfFinding, PdfNames } from '@/lib/files/pdf-names'
import { readObjectStreams } from '@/lib/files/pdf-object-streams'
import { endsAsArchive, readAt } from '@/lib/files/read-part'
import type { ContentRefusal } from '@/lib/files/upload-refusal'

const TAIL_BYTES = 2048
const ONLY_PADDING = /^[\s\0]*$/

/**
 * What is wrong with a PDF, by its own text and the text of its compressed objects: cut off,
 * encrypted, doing something when opened, carrying hidden files, or a second format in disguise.
 * A page or destination that opens first (/OpenAction) is common and harmless; what it could start
 * is refused by name. Memory stays small whatever the size, and inflating is bounded.
 */
export async function inspectPdf(
  file: FileHandle,
  size: number,
): Promise<ContentRefusal | undefined> {
  const damage = await findDamage(file, size)
  if (damage) return damage
  const names = new PdfNames()
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) names.read(chunk)
  names.end()
  // What is encrypted cannot be looked into any further.
  if (names.findings.has('encrypted')) return { code: 'pdf-encrypted' }
  for await (const objects of readObjectStreams(file, names.objectStreamsAt)) {
    if (objects === 'unreadable') return { code: 'pdf-damaged' }
    names.readApart(objects)
  }
  return refusalOf(names.findings)
}

async function findDamage(file: FileHandle, size: number): Promise<ContentRefusal | undefined> {
  const head = await readAt(file, 0, 16)
  if (!/^%PDF-[12]\.\d/.test(head)) return { code: 'pdf-damaged' }
  const tail = await readAt(file, Math.max(0, size - TAIL_BYTES), TAIL_BYTES)
  const end = tail.lastIndexOf('%%EOF')
  if (end < 0 || !tail.slice(0, end).includes('startxref')) return { code: 'pdf-damaged' }
  if (!ONLY_PADDING.test(tail.slice(end + '%%EOF'.length))) return { code: 'two-formats' }
  return (await endsAsArchive(file, size)) ? { code: 'two-formats' } : undefined
}

function refusalOf(findings: ReadonlySet<PdfFinding>): ContentRefusal | undefined {
  for (const content of ['javascript', 'launch', 'xfa', 'attachment'] as const) {
    if (findings.has(content)) return { code: 'pdf-active-content', content }
  }
  return undefined
}
