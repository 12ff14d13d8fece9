import { type PDFContext, PDFDocument, type PDFRef } from 'pdf-lib'
import { FACES, type FaceName } from './faces'
import { embedFace } from './font-objects'
import { type Line, lineOperators } from './lines'
import { PORTRAIT, rounded, type Sheet } from './page-geometry'
import { type Element, type MarkedPage, StructureTree } from './structure-tree'

export type FlowPage = {
  sheet: Sheet
  marked: MarkedPage
  operators: string[]
  annotations: PDFRef[]
}

/**
 * A document while it is being written: pages, the pen's height on the last one, and the logical
 * tree. Blocks draw themselves through it from top to bottom, which is also the reading order.
 */
export class Flow {
  readonly document: PDFDocument
  readonly context: PDFContext
  readonly tree: StructureTree
  readonly pages: FlowPage[] = []
  readonly fields: PDFRef[] = []
  readonly fonts = new Map<FaceName, PDFRef>()
  /** Distance of the pen from the upper paper edge, in points. */
  top = 0

  private constructor(document: PDFDocument) {
    this.document = document
    this.context = document.context
    this.tree = new StructureTree(document.context)
  }

  static async open(sheet = PORTRAIT): Promise<Flow> {
    const flow = new Flow(await PDFDocument.create({ updateMetadata: false }))
    flow.turnPage(sheet)
    return flow
  }

  get page(): FlowPage {
    const page = this.pages.at(-1)
    if (!page) throw new Error('A flow has at least one page')
    return page
  }

  /** The kind of page that the pen stands on. */
  get sheet(): Sheet {
    return this.page.sheet
  }

  get bottom(): number {
    return this.sheet.bottom
  }

  get room(): number {
    return this.bottom - this.top
  }

  /** Nothing stands on the page yet. */
  get fresh(): boolean {
    return this.top <= this.sheet.top
  }

  /** Goes on with a fresh page of the same kind, or of another (a wide table in an annex). */
  turnPage(sheet = this.sheet): void {
    this.pages.push({
      sheet,
      marked: this.tree.openPage(this.context.nextRef()),
      operators: [],
      annotations: [],
    })
    this.top = sheet.top
  }

  /** Turns the page unless `height` points are free on it. */
  keepRoom(height: number): void {
    if (this.room < height && !this.fresh) this.turnPage()
  }

  /** The resource name of a face, embedding it at first use. */
  readonly fontKey = (face: FaceName): string => {
    if (!this.fonts.has(face)) this.fonts.set(face, embedFace(this.context, face))
    return FACES[face].key
  }

  /** Draws lines as one marked content sequence that belongs to an element. */
  markLines(element: Element, drawn: readonly string[]): void {
    const id = this.tree.mark(element, this.page.marked)
    this.page.operators.push(`/${element.role} <</MCID ${id}>> BDC`, ...drawn, 'EMC')
  }

  /** Draws what is no content for a reader: rules, borders, repeated heads. */
  decorate(drawn: readonly string[]): void {
    this.page.operators.push('/Artifact BMC', ...drawn, 'EMC')
  }

  /** Operators of one line of text whose baseline lies `down` points under the upper paper edge. */
  textAt(line: Line, place: { x: number; down: number; stretch?: number }): string {
    const baseline = this.sheet.height - place.down
    const { x, stretch = 0 } = place
    return lineOperators(line, this.fontKey, { x, baseline, stretch })
  }

  /** A horizontal hairline as an artifact. */
  rule(from: { x: number; down: number; width: number }, weight = 0.6): void {
    const y = rounded(this.sheet.height - from.down)
    this.decorate([
      `q ${weight} w ${rounded(from.x)} ${y} m ${rounded(from.x + from.width)} ${y} l S Q`,
    ])
  }
}
