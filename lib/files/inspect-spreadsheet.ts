import type { FileHandle } from 'node:fs/promises'
import { readBytesAt } from '@/lib/files/read-part'
import type { ContentRefusal } from '@/lib/files/upload-refusal'

const LONGEST_END = 22 + 65_535
const END_RECORD = 0x06054b50
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const MOST_ENTRIES = 2000
const MOST_DIRECTORY_BYTES = 1024 * 1024
const MOST_BYTES_UNPACKED = 200 * 1024 * 1024
const ENCRYPTED = 0x1

type Entry = { name: string; flags: number; unpacked: number }

const damaged: ContentRefusal = { code: 'spreadsheet-damaged' }

/**
 * What is wrong with an .xlsx, told from the directory of its ZIP: nothing is unpacked, so neither
 * a bomb nor a thousand nested archives cost anything.
 */
export async function inspectSpreadsheet(
  file: FileHandle,
  size: number,
): Promise<ContentRefusal | undefined> {
  const entries = await readDirectory(file, size)
  if (!entries) return damaged
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()))
  if (!names.has('[content_types].xml') || !names.has('xl/workbook.xml')) return damaged
  if (names.size !== entries.length || entries.some(isSuspicious)) return damaged
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (unpacked > MOST_BYTES_UNPACKED) return damaged
  return entries.some(runsSomething) ? { code: 'spreadsheet-macros' } : undefined
}

async function readDirectory(file: FileHandle, size: number): Promise<Entry[] | undefined> {
  const start = Math.max(0, size - LONGEST_END)
  const tail = await readBytesAt(file, start, LONGEST_END)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END_RECORD) return undefined
  const count = tail.readUInt16LE(end + 10)
  const bytes = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  const whole = end + 22 + tail.readUInt16LE(end + 20) === tail.length
  const adjacent = offset + bytes === start + end
  if (!whole || !adjacent || count > MOST_ENTRIES || bytes > MOST_DIRECTORY_BYTES) return undefined
  return parseEntries(await readBytesAt(file, offset, bytes), count)
}

function parseEntries(directory: Buffer, count: number): Entry[] | undefined {
  const entries: Entry[] = []
  let at = 0
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY)
      return undefined
    const nameBytes = directory.readUInt16LE(at + 28)
    const nameEnd = at + ENTRY_BYTES + nameBytes
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, nameEnd),
      flags: directory.readUInt16LE(at + 8),
      unpacked: directory.readUInt32LE(at + 24),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return at === directory.length ? entries : undefined
}

function isSuspicious(entry: Entry): boolean {
  return (entry.flags & ENCRYPTED) !== 0 || /(^|[\\/])\.\.([\\/]|$)|^[\\/]/.test(entry.name)
}

function runsSomething(entry: Entry): boolean {
  return /vbaproject|\.bin$|macrosheets\/|activex|externallinks\/|embeddings\//i.test(entry.name)
}
