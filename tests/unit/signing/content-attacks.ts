import { formOf } from '@/lib/signing/pdf/form'
import {
  array,
  dictionary,
  isKind,
  name,
  number,
  reference,
  textString,
  withEntries,
} from '@/lib/signing/pdf/values'
import { childDictionary } from '@/lib/signing/pdf/view'
import type { Attack } from './attack-target'
import {
  append,
  dictionaryAt,
  fakeContent,
  need,
  numberOf,
  open,
  overwrite,
  pageContent,
  signedField,
} from './attack-target'

/** Attacks of the study on what a licence shows: pages, fonts, fields. The first nineteen numbers are its own. */
export const contentAttacks: readonly Attack[] = [
  {
    name: '01 a byte of the signed page is flipped',
    reason: 'content-changed',
    attack({ pdf }) {
      const target = open(pdf)
      const stream = need(target.view.objects.get(pageContent(target))?.stream)
      const at = stream.byteOffset - pdf.byteOffset + 5
      return overwrite(pdf, at, String.fromCharCode((pdf[at] ?? 0) ^ 1))
    },
  },
  {
    name: '02 the page gets other content by an increment',
    reason: 'page-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const changed = withEntries(target.page, { Contents: fakeContent(target) })
        target.increment.replace(target.pageNumber, changed)
      }),
  },
  {
    name: '03 the content stream is written again',
    reason: 'object-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const text = Buffer.from('BT ET')
        const stream = dictionary({ Length: number(text.length) })
        target.increment.replace(pageContent(target), stream, text)
      }),
  },
  {
    name: '04 a note is laid over the number',
    reason: 'page-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const note = target.increment.add(
          dictionary({
            Type: name('Annot'),
            Subtype: name('FreeText'),
            Rect: array([60, 640, 160, 700].map(number)),
            Contents: textString('00999/HNO'),
          }),
        )
        const before = target.page.entries.get('Annots')
        const all = array([...(isKind(before, 'array') ? before.items : []), note])
        target.increment.replace(target.pageNumber, withEntries(target.page, { Annots: all }))
      }),
  },
  {
    name: '05 a font is exchanged',
    reason: 'object-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const fonts = childDictionary(
          target.view,
          childDictionary(target.view, formOf(target.view), 'DR'),
          'Font',
        )
        const font = numberOf(fonts?.entries.get('Helv'))
        const changed = withEntries(need(dictionaryAt(target.view, font)), {
          BaseFont: name('Symbol'),
        })
        target.increment.replace(font, changed)
      }),
  },
  {
    name: '06 the look of a signature is exchanged',
    reason: 'field-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const { field, fieldNumber } = signedField(target, 'leader-signature')
        const look = { AP: dictionary({ N: fakeContent(target) }) }
        target.increment.replace(fieldNumber, withEntries(field, look))
      }),
  },
  {
    name: '07 a signature is moved on the page',
    reason: 'field-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const { field, fieldNumber } = signedField(target, 'leader-signature')
        const moved = { Rect: array([0, 0, 500, 800].map(number)) }
        target.increment.replace(fieldNumber, withEntries(field, moved))
      }),
  },
  {
    name: '16 a script runs when the file is opened',
    reason: 'catalog-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const script = dictionary({ S: name('JavaScript'), JS: textString('app.alert(1)') })
        target.increment.replace(
          target.catalogNumber,
          withEntries(target.catalog, { OpenAction: script }),
        )
      }),
  },
  {
    name: '17 the certification is taken out of the catalog',
    reason: 'catalog-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const entries = new Map(target.catalog.entries)
        entries.delete('Perms')
        target.increment.replace(target.catalogNumber, { kind: 'dictionary', entries })
      }),
  },
  {
    name: '19 the pages are exchanged',
    reason: 'page-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const pages = numberOf(target.catalog.entries.get('Pages'))
        const fake = withEntries(target.page, { Contents: fakeContent(target) })
        const kids = array([target.increment.add(fake)])
        const tree = need(dictionaryAt(target.view, pages))
        target.increment.replace(pages, withEntries(tree, { Kids: kids }))
      }),
  },
  {
    name: '20 the number is filled in anew',
    reason: 'field-changed',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        const { field, fieldNumber } = signedField(target, 'document-number')
        const number = { V: textString('00999/HNO-GPHĐ') }
        target.increment.replace(fieldNumber, withEntries(field, number))
      }),
  },
  {
    name: '21 number and date are filled without a seal',
    reason: 'revision-unsigned',
    attack: ({ certified }) =>
      append(certified, (target) => {
        const { field, fieldNumber } = signedField(target, 'document-number')
        target.increment.replace(fieldNumber, withEntries(field, { V: textString('1') }))
      }),
  },
  {
    name: '24 an object that nobody asked for comes along',
    reason: 'object-added',
    attack: ({ pdf }) =>
      append(pdf, (target) => {
        target.increment.add(reference(target.pageNumber))
      }),
  },
]
