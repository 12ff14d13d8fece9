import type { FileHandle } from 'node:fs/promises'

const LONGEST_ARCHIVE_END = 22 + 65_535
const ARCHIVE_END = 'PK\x05\x06'

/** A part of a file as Latin-1 text, one character a byte; shorter at the end of the file. */
export async function readAt(file: FileHandle, start: number, length: number): Promise<string> {
  return (await readBytesAt(file, start, length)).toString('latin1')
}

/** A part of a file; shorter at the end of the file. */
export async function readBytesAt(
  file: FileHandle,
  start: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, start)
  return buffer.subarray(0, bytesRead)
}

/** Whether a ZIP reader would open the file: it looks for the end record from the end backwards. */
export async function endsAsArchive(file: FileHandle, size: number): Promise<boolean> {
  const start = Math.max(0, size - LONGEST_ARCHIVE_END)
  return (await readAt(file, start, LONGEST_ARCHIVE_END)).includes(ARCHIVE_END)
}
