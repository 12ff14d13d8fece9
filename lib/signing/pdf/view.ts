import type { PdfFile } from './revisions'
import { isKind, type PdfDictionary, type PdfObject, type PdfValue } from './values'

/** The file as a reader saw it after one of its revisions. */
export type PdfView = { objects: ReadonlyMap<number, PdfObject>; trailer: PdfDictionary }

/** The view after a revision, counted from 0; without a number, after the last one. */
export function viewOf(file: PdfFile, revision = file.revisions.length - 1): PdfView {
  const objects = new Map<number, PdfObject>()
  let { trailer } = file.revisions[0]
  for (const each of file.revisions.slice(0, revision + 1)) {
    for (const deleted of each.deleted) objects.delete(deleted)
    for (const [number, object] of each.objects) objects.set(number, object)
    trailer = each.trailer
  }
  return { objects, trailer }
}

/** The value itself, or what it refers to. A reference to a reference is not followed. */
export function resolve(view: PdfView, value: PdfValue | undefined): PdfValue | undefined {
  return isKind(value, 'reference') ? view.objects.get(value.number)?.value : value
}

/** An entry of a dictionary, resolved, when it is a dictionary too. */
export function childDictionary(
  view: PdfView,
  parent: PdfDictionary | undefined,
  key: string,
): PdfDictionary | undefined {
  const value = resolve(view, parent?.entries.get(key))
  return isKind(value, 'dictionary') ? value : undefined
}

/** The document catalog, §7.7.2. */
export function catalogOf(view: PdfView): PdfDictionary | undefined {
  return childDictionary(view, view.trailer, 'Root')
}
