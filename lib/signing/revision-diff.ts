import { type FormField, formFields, preparedAppearance } from './pdf/form'
import type { PdfFile, PdfRevision } from './pdf/revisions'
import {
  isKind,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
  serialise,
  textOf,
} from './pdf/values'
import { catalogOf, childDictionary, type PdfView, viewOf } from './pdf/view'
import type { ChangeProblem } from './reasons'

/** A revision to be judged against the one before it. */
type Step = {
  before: PdfView
  after: PdfView
  fieldsBefore: readonly FormField[]
  fieldsAfter: readonly FormField[]
  revision: PdfRevision
  allowedFills: readonly string[]
  /** Numbers of new objects that belong to a permitted change. */
  explained: Set<number>
}

/**
 * Looks at what a revision did after the document was certified with DocMDP level 2 (ISO 32000-1
 * §12.8.2.2), and holds it to a white list narrower than the law of the format: empty fields of
 * known names get their text, one empty signature field gets its signature, and nothing else
 * happens. Tools that only check hashes let all other changes pass.
 */
export function findForbiddenChanges(
  file: PdfFile,
  index: number,
  allowedFills: readonly string[],
): ChangeProblem[] {
  const step = stepTo(file, index, allowedFills)
  if (!step) return []
  const problems = new Set<ChangeProblem>(trailerProblems(step))
  if (step.revision.deleted.size > 0) problems.add('object-removed')
  for (const number of step.revision.objects.keys()) {
    const problem = changeProblem(step, number)
    if (problem) problems.add(problem)
  }
  if (hasUnexplained(step)) problems.add('object-added')
  if (newSignatures(step) !== 1) problems.add('revision-unsigned')
  return [...problems]
}

function stepTo(file: PdfFile, index: number, allowedFills: readonly string[]): Step | null {
  const revision = file.revisions[index]
  if (!revision) return null
  const [before, after] = [viewOf(file, index - 1), viewOf(file, index)]
  const fieldsBefore = formFields(before) ?? []
  const fieldsAfter = formFields(after) ?? []
  const explained = new Set<number>()
  return { before, after, fieldsBefore, fieldsAfter, revision, allowedFills, explained }
}

function hasUnexplained({ before, revision, explained }: Step): boolean {
  return [...revision.objects.keys()].some(
    (number) => !before.objects.has(number) && !explained.has(number),
  )
}

function trailerProblems({ before, after }: Step): ChangeProblem[] {
  const fixed = ({ trailer }: PdfView) => {
    const id = trailer.entries.get('ID')
    const first = isKind(id, 'array') ? id.items[0] : undefined
    const parts = [trailer.entries.get('Root'), trailer.entries.get('Info'), first]
    return parts.map((part) => (part === undefined ? '' : serialise(part))).join(' ')
  }
  return fixed(before) === fixed(after) ? [] : ['trailer-changed']
}

/** Judges what became of an object that was there before; null when nothing forbidden did. */
function changeProblem(step: Step, number: number): ChangeProblem | null {
  const [was, is] = [step.before.objects.get(number), step.after.objects.get(number)]
  if (!was || !is || sameObject(was, is)) return null
  const field = step.fieldsBefore.find(
    (each) => each.fieldNumber === number || each.widgetNumber === number,
  )
  if (!field) return kindOfObject(step.before, number)
  const [old, next] = [dictionaryAt(step.before, number), dictionaryAt(step.after, number)]
  if (!old || !next || !onlyChanges(old, next, ['V', 'AP'])) return 'field-changed'
  return isPermitted(step, field) ? null : 'field-changed'
}

function isPermitted(step: Step, field: FormField): boolean {
  const now = step.fieldsAfter.find((each) => each.fieldNumber === field.fieldNumber)
  if (!now || field.field.entries.has('V')) return false
  if (field.type === 'Sig') return isSigned(step, now)
  const known = field.type === 'Tx' && step.allowedFills.includes(field.name)
  return known && Boolean(textOf(now.field.entries.get('V'))) && hasPreparedLook(step, field, now)
}

/** A new signature dictionary, and a new appearance that is a form of its own. */
function isSigned(step: Step, now: FormField): boolean {
  const value = now.field.entries.get('V')
  const look = newLook(step, now)
  if (!isKind(value, 'reference') || step.before.objects.has(value.number) || !look) return false
  explain(step, value)
  const type = dictionaryAt(step.after, value.number)?.entries.get('Type')
  return isKind(type, 'name') && type.name === 'Sig'
}

/** The appearance keeps box and fonts of the prepared one; only what is drawn is new. */
function hasPreparedLook(step: Step, field: FormField, now: FormField): boolean {
  const prepared = preparedAppearance(step.before, field.widget)
  const look = newLook(step, now) && preparedAppearance(step.after, now.widget)
  return Boolean(prepared && look && serialise(prepared) === serialise(look))
}

/** The widget's normal appearance when it is a new stream, and there is no other appearance. */
function newLook(step: Step, { widget }: FormField): PdfObject | null {
  const looks = childDictionary(step.after, widget, 'AP')
  const normal = looks?.entries.get('N')
  if (looks?.entries.size !== 1 || !isKind(normal, 'reference')) return null
  if (step.before.objects.has(normal.number)) return null
  const object = step.after.objects.get(normal.number)
  explain(step, widget.entries.get('AP'))
  return object?.stream ? object : null
}

/** Marks all new objects that can be reached from a value; old ones are where the walk ends. */
function explain(step: Step, value: PdfValue | undefined): void {
  const open: (PdfValue | undefined)[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    for (const part of partsOf(next)) open.push(part)
    if (!isKind(next, 'reference') || step.explained.has(next.number)) continue
    if (step.before.objects.has(next.number)) continue
    step.explained.add(next.number)
    open.push(step.revision.objects.get(next.number)?.value)
  }
}

function partsOf(value: PdfValue | undefined): Iterable<PdfValue> {
  if (isKind(value, 'array')) return value.items
  return isKind(value, 'dictionary') ? value.entries.values() : []
}

function newSignatures({ fieldsBefore, fieldsAfter }: Step): number {
  const isSignedField = ({ type, field }: FormField) => type === 'Sig' && field.entries.has('V')
  const now = new Set(fieldsAfter.filter(isSignedField).map((each) => each.fieldNumber))
  const open = fieldsBefore.filter((each) => each.type === 'Sig' && !isSignedField(each))
  return open.filter((each) => now.has(each.fieldNumber)).length
}

function onlyChanges(old: PdfDictionary, next: PdfDictionary, keys: readonly string[]): boolean {
  const all = new Set([...old.entries.keys(), ...next.entries.keys()])
  return [...all].every((key) => {
    if (keys.includes(key)) return true
    const [was, is] = [old.entries.get(key), next.entries.get(key)]
    return was !== undefined && is !== undefined && serialise(was) === serialise(is)
  })
}

function sameObject(one: PdfObject, other: PdfObject): boolean {
  if (serialise(one.value) !== serialise(other.value)) return false
  if (!one.stream || !other.stream) return one.stream === other.stream
  return Buffer.from(one.stream).equals(other.stream)
}

/** A name for what was changed, so that a person can be told. */
function kindOfObject(view: PdfView, number: number): ChangeProblem {
  const dictionary = dictionaryAt(view, number)
  const type = dictionary?.entries.get('Type')
  const form = catalogOf(view)?.entries.get('AcroForm')
  if (isKind(form, 'reference') && form.number === number) return 'form-changed'
  if (!isKind(type, 'name')) return 'object-changed'
  if (type.name === 'Catalog') return 'catalog-changed'
  return type.name === 'Page' || type.name === 'Pages' ? 'page-changed' : 'object-changed'
}

function dictionaryAt(view: PdfView, number: number): PdfDictionary | null {
  const value = view.objects.get(number)?.value
  return isKind(value, 'dictionary') ? value : null
}
