// A program of its own, started by turn-page.ts without rights and without environment: it reads a
// stranger's PDF from standard input and writes it back with one page turned. Only packages may be
// imported here, since nothing resolves the alias of the house.
import { readFileSync, writeSync } from 'node:fs'
import { degrees, PDFDocument } from 'pdf-lib'

const UNREADABLE = 3
const QUARTER = 90
const FULL = 360

const number = Number(process.argv[2])
const turned = await turn(readFileSync(0)).catch(() => process.exit(UNREADABLE))
let written = 0
while (written < turned.length) written += writeSync(1, turned, written)
process.exit(0)

async function turn(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const page = document.getPage(number - 1)
  page.setRotation(degrees((page.getRotation().angle + QUARTER) % FULL))
  return document.save()
}
