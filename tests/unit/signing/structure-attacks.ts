import { withEntries } from '@/lib/signing/pdf/values'
import { childDictionary } from '@/lib/signing/pdf/view'
import type { Attack } from './attack-target'
import { append, fakeContent, need, open, overwrite, signedField } from './attack-target'
import { signatureOf } from './tools'

/** Where the byte range of the seal's signature begins. */
function byteRangeAt(pdf: Uint8Array): number {
  const { start } = signatureOf(pdf, 'agency-seal')
  return Buffer.from(pdf).lastIndexOf('/ByteRange', start)
}

function replaceRange(pdf: Uint8Array, range: string): Uint8Array {
  const at = byteRangeAt(pdf)
  const { start } = signatureOf(pdf, 'agency-seal')
  const room = start - at - '/ByteRange /Contents '.length - 1
  return overwrite(pdf, at + '/ByteRange '.length, range.padEnd(room))
}

/** A revision that is nothing but a table which sends an object to older bytes. */
function shadowTable(pdf: Uint8Array): Uint8Array {
  const target = open(pdf)
  const seal = signedField(target, 'agency-seal')
  const unsigned = Buffer.from(pdf).indexOf(`\n${seal.fieldNumber} 0 obj`) + 1
  const last = need(target.file.revisions.at(-1))
  const entry = `${String(unsigned).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<< /Size 999 /Root ${target.catalogNumber} 0 R /Prev ${last.table} >>\n`
  const table = `xref\n${seal.fieldNumber} 1\n${entry}${trailer}startxref\n${pdf.length}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(table)])
}

/** Attacks of the study on the structure of a file and on its signatures. */
export const structureAttacks: readonly Attack[] = [
  {
    name: '08 the byte range is missing',
    reason: 'byte-range-wrong',
    attack: ({ pdf }) => overwrite(pdf, byteRangeAt(pdf), '/XyteRange'),
  },
  {
    name: '09 the signature is wiped out',
    reason: 'signature-unreadable',
    attack({ pdf }) {
      const { start, end } = signatureOf(pdf, 'agency-seal')
      return overwrite(pdf, start + 1, '0'.repeat(end - start - 2))
    },
  },
  {
    name: '10 the byte range is short',
    reason: 'byte-range-wrong',
    attack({ pdf }) {
      const { start, end } = signatureOf(pdf, 'agency-seal')
      return replaceRange(pdf, `[0 ${start} ${end} 10]`)
    },
  },
  {
    name: '11 the byte range is negative',
    reason: 'byte-range-wrong',
    attack: ({ pdf }) => replaceRange(pdf, '[0 -1 -1 -1]'),
  },
  {
    name: '12 the signature is copied into a revision with another page',
    reason: 'page-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const { field, fieldNumber } = signedField(target, 'agency-seal')
        const signature = need(childDictionary(target.view, field, 'V'))
        const copy = target.increment.add(signature)
        target.increment.replace(fieldNumber, withEntries(field, { V: copy }))
        const changed = withEntries(target.page, { Contents: fakeContent(target) })
        target.increment.replace(target.pageNumber, changed)
      }),
  },
  {
    name: '13 an object hides in the gap behind the signature',
    reason: 'structure-broken',
    attack({ pdf }) {
      const { start, end, bytes } = signatureOf(pdf, 'agency-seal')
      const free = start + 1 + bytes.length * 2
      const hidden = `> >> endobj 4 0 obj << /Type /Page /Evil true >> endobj 9 0 obj << /X <`
      return overwrite(pdf, Math.min(free, end - hidden.length - 4), hidden)
    },
  },
  {
    name: '14 a table alone brings an old object back',
    reason: 'structure-broken',
    attack: ({ pdf }) => shadowTable(pdf),
  },
  {
    name: '15 something follows the end',
    reason: 'structure-broken',
    attack: ({ pdf }) => Buffer.concat([pdf, Buffer.from('4 0 obj << >> endobj\n')]),
  },
  {
    name: '18 the file is cut back to the first signature',
    reason: 'required-signature-missing',
    attack: ({ certified }) => certified,
  },
  {
    name: '22 an object is deleted',
    reason: 'object-removed',
    attack({ pdf }) {
      const target = open(pdf)
      const last = need(target.file.revisions.at(-1))
      const trailer = `trailer\n<< /Size 999 /Root ${target.catalogNumber} 0 R /Prev ${last.table} >>\n`
      const table = `xref\n${target.pageNumber} 1\n0000000000 00001 f \n${trailer}`
      const end = `${table}startxref\n${pdf.length}\n%%EOF\n`
      return Buffer.concat([pdf, Buffer.from(end)])
    },
  },
  {
    name: '23 the trailer names another catalog',
    reason: 'trailer-changed',
    attack({ pdf }) {
      const changed = append(pdf, (target) => {
        target.increment.add(target.catalog)
      })
      const text = Buffer.from(changed).toString('latin1')
      const trailer = text.lastIndexOf('trailer')
      const size = /Size (\d+)/.exec(text.slice(trailer))?.[1]
      const changedTrailer = text.slice(trailer).replace(/Root \d+/, `Root ${Number(size) - 1}`)
      return Buffer.from(text.slice(0, trailer) + changedTrailer, 'latin1')
    },
  },
]
