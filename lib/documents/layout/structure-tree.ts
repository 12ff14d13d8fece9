import { type PDFContext, type PDFDict, PDFName, type PDFRef } from 'pdf-lib'
import { textString } from './font-objects'

/** The standard structure types that our documents use. */
export type Role = 'Document' | 'P' | 'H1' | 'H2' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Form'

type Kid =
  | { kind: 'element'; element: Element }
  | { kind: 'content'; page: PDFRef; id: number }
  | { kind: 'object'; page: PDFRef; object: PDFRef }

/** A node of the logical structure that screen readers walk. */
export type Element = {
  role: Role
  ref: PDFRef
  kids: Kid[]
  alternative?: string
  attributes?: Record<string, string | number | number[]>
}

/** The page side of the tree: who owns each marked content sequence of the page, by its number. */
export type MarkedPage = { ref: PDFRef; key: number; owners: PDFRef[] }

/** The logical tree of one document (ISO 32000-1, 14.7): built while drawing, written at the end. */
export class StructureTree {
  readonly root: Element
  private readonly context: PDFContext
  private nextKey = 0
  private readonly parents: { key: number; value: PDFRef | PDFRef[] }[] = []

  constructor(context: PDFContext) {
    this.context = context
    this.root = { role: 'Document', ref: context.nextRef(), kids: [] }
  }

  add(role: Role, parent: Element = this.root): Element {
    const element: Element = { role, ref: this.context.nextRef(), kids: [] }
    parent.kids.push({ kind: 'element', element })
    return element
  }

  openPage(ref: PDFRef): MarkedPage {
    const page: MarkedPage = { ref, key: this.nextKey++, owners: [] }
    this.parents.push({ key: page.key, value: page.owners })
    return page
  }

  /** Gives the next marked content number of a page to an element. */
  mark(element: Element, page: MarkedPage): number {
    const id = page.owners.push(element.ref) - 1
    element.kids.push({ kind: 'content', page: page.ref, id })
    return id
  }

  /** Puts an annotation (a form field) under an element; the answer is its /StructParent. */
  place(element: Element, page: MarkedPage, object: PDFRef): number {
    const key = this.nextKey++
    element.kids.push({ kind: 'object', page: page.ref, object })
    this.parents.push({ key, value: element.ref })
    return key
  }

  /** Writes the tree and answers the reference for the catalog's /StructTreeRoot. */
  write(): PDFRef {
    const treeRef = this.context.nextRef()
    this.writeElement(this.root, treeRef)
    const rows = [...this.parents].sort((one, other) => one.key - other.key)
    const parentTree = this.context.obj({ Nums: rows.flatMap(({ key, value }) => [key, value]) })
    this.context.assign(
      treeRef,
      this.context.obj({
        Type: 'StructTreeRoot',
        K: [this.root.ref],
        ParentTree: this.context.register(parentTree),
        ParentTreeNextKey: this.nextKey,
      }),
    )
    return treeRef
  }

  private writeElement(element: Element, parent: PDFRef): void {
    const dict = this.context.obj({
      Type: 'StructElem',
      S: element.role,
      P: parent,
      K: element.kids.map((kid) => this.kidObject(kid)),
    })
    if (element.alternative) dict.set(PDFName.of('Alt'), textString(element.alternative))
    if (element.attributes) dict.set(PDFName.of('A'), this.context.obj(element.attributes))
    this.context.assign(element.ref, dict)
    for (const kid of element.kids) {
      if (kid.kind === 'element') this.writeElement(kid.element, element.ref)
    }
  }

  private kidObject(kid: Kid): PDFDict | PDFRef {
    if (kid.kind === 'element') return kid.element.ref
    if (kid.kind === 'content') {
      return this.context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.id })
    }
    return this.context.obj({ Type: 'OBJR', Pg: kid.page, Obj: kid.object })
  }
}
