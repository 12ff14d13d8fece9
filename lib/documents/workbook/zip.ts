import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; text: string }

const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8
/** 1 January 1980, 00:00: the same entries give the same bytes. */
const DOS_DATE = 0x21

type Packed = { name: Buffer; data: Buffer; size: number; crc: number; offset: number }

/** What the local and the central header of an entry have in common, from 'version needed' on. */
function commonHeader({ name, data, size, crc }: Packed): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(VERSION, 0)
  header.writeUInt16LE(FLAGS, 2)
  header.writeUInt16LE(DEFLATED, 4)
  header.writeUInt16LE(DOS_DATE, 8)
  header.writeUInt32LE(crc, 10)
  header.writeUInt32LE(data.length, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

function localHeader(entry: Packed): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), commonHeader(entry), entry.name])
}

function centralHeader(entry: Packed): Buffer {
  const made = Buffer.alloc(2)
  made.writeUInt16LE(VERSION, 0)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(entry.offset, 10)
  const start = Buffer.from('PK\x01\x02', 'latin1')
  return Buffer.concat([start, made, commonHeader(entry), rest, entry.name])
}

function endRecord(count: number, directory: { size: number; offset: number }): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 0, 'latin1')
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(directory.size, 12)
  record.writeUInt32LE(directory.offset, 16)
  return record
}

/** Packs texts into a ZIP archive (APPNOTE 6.3, deflate), without times or owners. */
export function zipArchive(entries: readonly ZipEntry[]): Uint8Array {
  let offset = 0
  const packed = entries.map(({ name, text }): Packed => {
    const plain = Buffer.from(text, 'utf8')
    const data = deflateRawSync(plain, { level: 9 })
    const entry = { name: Buffer.from(name), data, size: plain.length, crc: crc32(plain), offset }
    offset += 30 + entry.name.length + data.length
    return entry
  })
  const directory = Buffer.concat(packed.map(centralHeader))
  const end = endRecord(packed.length, { size: directory.length, offset })
  return Buffer.concat([
    ...packed.flatMap((each) => [localHeader(each), each.data]),
    directory,
    end,
  ])
}
