import { isKind, type PdfDictionary, type PdfValue, textOf } from './values'
import { catalogOf, childDictionary, type PdfView, resolve } from './view'

/** A field of the form with its one place on a page; often one object is both (§12.7.3.1). */
export type FormField = {
  name: string
  type: string
  field: PdfDictionary
  fieldNumber: number
  widget: PdfDictionary
  widgetNumber: number
}

/** The interactive form, §12.7.2. */
export function formOf(view: PdfView): PdfDictionary | undefined {
  return childDictionary(view, catalogOf(view), 'AcroForm')
}

const MAX_FIELDS = 64

/**
 * The fields of the form; null when it is not as plain as ours are: few fields, each a separate object
 * at the top, with its own name and exactly one widget.
 */
export function formFields(view: PdfView): FormField[] | null {
  const list = resolve(view, formOf(view)?.entries.get('Fields'))
  if (!isKind(list, 'array')) return []
  if (list.items.length > MAX_FIELDS) return null
  const fields = list.items.map((item) => readField(view, item))
  if (!fields.every((field) => field !== null)) return null
  const unlike = new Set(fields.map((field) => field.name)).size === fields.length
  return unlike ? fields : null
}

function readField(view: PdfView, item: PdfValue): FormField | null {
  const field = resolve(view, item)
  if (!isKind(item, 'reference') || !isKind(field, 'dictionary')) return null
  const name = textOf(field.entries.get('T'))
  const type = field.entries.get('FT')
  const widget = readWidget(view, item.number, field)
  if (!name || !isKind(type, 'name') || !widget) return null
  return { name, type: type.name, field, fieldNumber: item.number, ...widget }
}

function readWidget(
  view: PdfView,
  fieldNumber: number,
  field: PdfDictionary,
): Pick<FormField, 'widget' | 'widgetNumber'> | null {
  if (!field.entries.has('Kids')) return { widget: field, widgetNumber: fieldNumber }
  const kids = resolve(view, field.entries.get('Kids'))
  const [only, ...others] = isKind(kids, 'array') ? kids.items : []
  const widget = resolve(view, only)
  if (!isKind(only, 'reference') || !isKind(widget, 'dictionary') || others.length > 0) return null
  return widget.entries.has('T') ? null : { widget, widgetNumber: only.number }
}

/** The dictionary of a widget's normal appearance, without what belongs to its old content. */
export function preparedAppearance(view: PdfView, widget: PdfDictionary): PdfDictionary | null {
  const look = childDictionary(view, childDictionary(view, widget, 'AP'), 'N')
  if (!look) return null
  const kept = [...look.entries].filter(([key]) => key !== 'Length' && key !== 'Filter')
  return { kind: 'dictionary', entries: new Map(kept) }
}

/** Width and height of a widget's rectangle, in points. */
export function widgetSize(widget: PdfDictionary): { width: number; height: number } {
  const rectangle = widget.entries.get('Rect')
  const edges = isKind(rectangle, 'array') ? rectangle.items : []
  const [left = 0, bottom = 0, right = 0, top = 0] = edges.map((edge) =>
    isKind(edge, 'number') ? edge.value : 0,
  )
  return { width: Math.abs(right - left), height: Math.abs(top - bottom) }
}
