import { createHash } from 'node:crypto'
import { PDFHexString, PDFName, PDFPageLeaf, type PDFRef, PDFString } from 'pdf-lib'
import { archiveMetadata, type DocumentMeta, outputIntent } from './archive-profile'
import { FACES, textWidth } from './faces'
import type { Flow, FlowPage } from './flow'
import { textString } from './font-objects'
import { breakLines, lineOperators } from './lines'
import { mm, rounded, type Sheet } from './page-geometry'

const DEMO_MARK = 'BẢN TRÌNH DIỄN'

type Mark = { text: string; size: number; x: number; down: number; grey?: boolean }

function artifactText(flow: Flow, sheet: Sheet, { text, size, x, down, grey }: Mark): string {
  const [line] = breakLines([{ text, face: 'regular', size }], {
    width: sheet.width,
    firstIndent: 0,
  })
  const place = { x, baseline: sheet.height - down, stretch: 0 }
  const shown = line ? lineOperators(line, flow.fontKey, place) : ''
  return grey ? `q 0.4 g ${shown} Q` : shown
}

/** Arabic, 13 pt, centred in the upper margin, from page 2 (Decree 30/2020, Annex I). */
function pageNumber(flow: Flow, sheet: Sheet, number: number): string {
  const text = String(number)
  const x = sheet.text.x + (sheet.text.width - textWidth('regular', 13, text)) / 2
  const shown = artifactText(flow, sheet, { text, size: 13, x, down: mm(13.5) })
  return `/Artifact <</Type /Pagination /Subtype /Header>> BDC ${shown} EMC`
}

function demoMark(flow: Flow, sheet: Sheet): string {
  const x = sheet.text.x + sheet.text.width - textWidth('regular', 8.5, DEMO_MARK)
  const mark = { text: DEMO_MARK, size: 8.5, x, down: mm(12.5), grey: true }
  const shown = artifactText(flow, sheet, mark)
  return `/Artifact <</Type /Pagination /Subtype /Watermark>> BDC ${shown} EMC`
}

/** What a page is, in its lower margin, so that a sheet that was parted from the rest still says it. */
function runningFoot(flow: Flow, sheet: Sheet, text: string): string {
  const mark = { text, size: 9, x: sheet.text.x, down: sheet.height - mm(11), grey: true }
  const shown = artifactText(flow, sheet, mark)
  return `/Artifact <</Type /Pagination /Subtype /Footer>> BDC ${shown} EMC`
}

function pageFurniture(flow: Flow, index: number, { demo, foot }: DocumentMeta): string[] {
  const sheet = flow.pages[index]?.sheet ?? flow.sheet
  return [
    ...(index > 0 ? [pageNumber(flow, sheet, index + 1)] : []),
    ...(demo ? [demoMark(flow, sheet)] : []),
    ...(foot ? [runningFoot(flow, sheet, foot)] : []),
  ]
}

function writePage(flow: Flow, page: FlowPage, content: string): void {
  const { context, document } = flow
  const parent = document.catalog.get(PDFName.of('Pages')) as PDFRef
  const leaf = PDFPageLeaf.withContextAndParent(context, parent)
  const fonts = [...flow.fonts].map(([face, ref]) => [FACES[face].key, ref] as const)
  leaf.set(
    PDFName.of('MediaBox'),
    context.obj([0, 0, rounded(page.sheet.width), rounded(page.sheet.height)]),
  )
  leaf.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
  leaf.set(PDFName.of('Resources'), context.obj({ Font: Object.fromEntries(fonts) }))
  leaf.set(PDFName.of('StructParents'), context.obj(page.marked.key))
  leaf.set(PDFName.of('Tabs'), PDFName.of('S'))
  if (page.annotations.length > 0) leaf.set(PDFName.of('Annots'), context.obj(page.annotations))
  context.assign(page.marked.ref, leaf)
  document.catalog.insertLeafNode(page.marked.ref, flow.pages.indexOf(page))
}

function writePages(flow: Flow, meta: DocumentMeta): void {
  // Furniture first: it may be what first uses a face, and pages list the faces.
  const contents = flow.pages.map((page, index) =>
    [...pageFurniture(flow, index, meta), ...page.operators].join('\n'),
  )
  flow.pages.forEach((page, index) => {
    writePage(flow, page, contents[index] ?? '')
  })
}

function writeForm(flow: Flow): void {
  if (flow.fields.length === 0) return
  const { context, document } = flow
  const fonts = [...flow.fonts].map(([face, ref]) => [FACES[face].key, ref] as const)
  const form = context.obj({
    Fields: [...flow.fields],
    // Signature fields exist, and only appended revisions keep them valid.
    SigFlags: 3,
    DR: { Font: Object.fromEntries(fonts) },
  })
  form.set(PDFName.of('DA'), PDFString.of(`/${FACES.regular.key} 13 Tf 0 g`))
  document.catalog.set(PDFName.of('AcroForm'), context.register(form))
}

function writeInfo(flow: Flow, meta: DocumentMeta): void {
  const info = flow.context.obj({})
  info.set(PDFName.of('Title'), textString(meta.title))
  info.set(PDFName.of('Subject'), textString(meta.subject))
  info.set(PDFName.of('Author'), textString(meta.author))
  info.set(PDFName.of('CreationDate'), PDFString.fromDate(meta.createdAt))
  flow.context.trailerInfo.Info = flow.context.register(info)
}

function writeIdentifier(flow: Flow, meta: DocumentMeta): void {
  const digest = createHash('sha256').update(JSON.stringify(meta)).digest('hex').slice(0, 32)
  flow.context.trailerInfo.ID = flow.context.obj([PDFHexString.of(digest), PDFHexString.of(digest)])
}

/**
 * Closes a document: pages, form, logical tree, archive metadata, and the bytes. One classic
 * cross-reference table (no object streams), so that signed revisions can be appended and compared.
 */
export async function finishDocument(flow: Flow, meta: DocumentMeta): Promise<Uint8Array> {
  const { context, document } = flow
  writePages(flow, meta)
  writeForm(flow)
  writeInfo(flow, meta)
  writeIdentifier(flow, meta)
  const { catalog } = document
  catalog.set(PDFName.of('StructTreeRoot'), flow.tree.write())
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(PDFName.of('Lang'), PDFString.of('vi-VN'))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  catalog.set(PDFName.of('Metadata'), archiveMetadata(context, meta))
  catalog.set(PDFName.of('OutputIntents'), context.obj([outputIntent(context)]))
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}
