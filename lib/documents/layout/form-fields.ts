import { PDFName, type PDFRef, PDFString } from 'pdf-lib'
import { FACES, type FaceName, glyphHex, glyphsOf, textWidth } from './faces'
import type { Flow } from './flow'
import { textString } from './font-objects'
import { type Box, rectangle, rounded } from './page-geometry'
import type { Element } from './structure-tree'

/** Room left and right of the text inside a field, so that slanted letters are not cut. */
const FIELD_PADDING = 2

export type TextFieldSpec = {
  face: FaceName
  size: number
  /** Points of text the field holds. */
  width: number
  align: 'left' | 'centre'
  /** What a screen reader says (/TU). */
  description: string
}

const PRINT = 4
const READ_ONLY = 1

function fieldHeight(size: number): number {
  return size * 1.3
}

/** Text in an appearance sits this high above the field's lower edge. */
function baselineIn(size: number): number {
  return size * 0.32
}

/**
 * The appearance of a text field that shows `value`. A value wider than the field is set narrower,
 * never cut: a number that cannot be read whole would be a false number.
 */
export function fieldAppearance(spec: TextFieldSpec, value: string): string {
  const { face, size, width, align } = spec
  const natural = textWidth(face, size, value)
  const squeeze = natural > width ? `${rounded((width / natural) * 100)} Tz ` : ''
  const text = `<${glyphHex(glyphsOf(face, value))}> Tj`
  const spare = align === 'centre' ? Math.max(0, width - natural) / 2 : 0
  const origin = `1 0 0 1 ${rounded(FIELD_PADDING + spare)} ${rounded(baselineIn(size))} Tm`
  return `/Tx BMC q BT 0 g /${FACES[face].key} ${size} Tf ${squeeze}${origin} ${text} ET Q EMC`
}

function emptyAppearance(flow: Flow, box: Box, fonts: Record<string, PDFRef>): PDFRef {
  const form = flow.context.stream('', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, rounded(box.width), rounded(box.height)],
    Resources: { Font: fonts },
  })
  return flow.context.register(form)
}

type WidgetPlace = { name: string; description: string; box: Box; fonts: Record<string, PDFRef> }

function addWidget(flow: Flow, parent: Element, place: WidgetPlace) {
  const element = flow.tree.add('Form', parent)
  element.alternative = place.description
  const ref = flow.context.nextRef()
  const dict = flow.context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    Rect: rectangle(place.box, flow.sheet.height),
    F: PRINT,
    P: flow.page.marked.ref,
    StructParent: flow.tree.place(element, flow.page.marked, ref),
    AP: { N: emptyAppearance(flow, place.box, place.fonts) },
  })
  dict.set(PDFName.of('T'), PDFString.of(place.name))
  dict.set(PDFName.of('TU'), textString(place.description))
  flow.context.assign(ref, dict)
  flow.page.annotations.push(ref)
  flow.fields.push(ref)
  return dict
}

/**
 * An empty text field at a place in a line, to be filled by a later signed revision. Read-only for
 * viewers: under DocMDP level 2 a reader could otherwise write a number into a certified licence.
 */
export function addTextField(
  flow: Flow,
  parent: Element,
  field: { name: string; spec: TextFieldSpec; x: number; down: number },
): void {
  const { face, size, width, description } = field.spec
  const key = flow.fontKey(face)
  const font = flow.fonts.get(face)
  const height = fieldHeight(size)
  const top = field.down + baselineIn(size) - height
  const box = { x: field.x - FIELD_PADDING, top, width: width + 2 * FIELD_PADDING, height }
  const fonts = font ? { [key]: font } : {}
  const widget = addWidget(flow, parent, { name: field.name, description, box, fonts })
  widget.set(PDFName.of('FT'), PDFName.of('Tx'))
  widget.set(PDFName.of('Ff'), flow.context.obj(READ_ONLY))
  widget.set(PDFName.of('DA'), PDFString.of(`/${key} ${size} Tf 0 g`))
}

/** An empty signature field with an empty appearance (PDF/A wants one on every widget). */
export function addSignatureField(
  flow: Flow,
  field: { name: string; description: string; box: Box },
): void {
  const { box } = field
  if (box.top < 0 || box.top + box.height > flow.sheet.height) throw new Error('Field off the page')
  const widget = addWidget(flow, flow.tree.root, { ...field, fonts: {} })
  widget.set(PDFName.of('FT'), PDFName.of('Sig'))
}
