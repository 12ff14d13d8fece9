import { splitPath } from '@/lib/procedures/answer-path'
import type { AnswerIssue, Answers } from '@/lib/procedures/answers'
import { withDerived } from '@/lib/procedures/derive'
import type { FormRules } from '@/lib/procedures/form-rules'
import { isEmptyInput } from '@/lib/procedures/read/reading'
import { readAnswers } from '@/lib/procedures/read-answers'
import type { Field } from '@/lib/procedures/shape/field'
import { relevantAnswers } from '@/lib/procedures/visible'

export type FormEntries = readonly (readonly [string, string])[]

export type ParsedSection = {
  /** The proper answers of this section; what could not be read is not among them. */
  answers: Answers
  /** What was typed, by path, for showing the form again; blank rows are gone and rows renumbered. */
  typed: Record<string, string[]>
  /** Wrong values; a draft with them is still worth keeping. */
  issues: AnswerIssue[]
  /** Wrong values and gaps: what "continue" has to ask for. */
  obstacles: AnswerIssue[]
}

/**
 * One section from the entries of an HTML form, as it works without JavaScript: `org_name`,
 * `org_head_office.province`, `practitioners[0].full_name`, `practitioners[0].schedule[0].days`,
 * a name repeated for several choices. Names that the section does not have are kept out. `before`
 * are the answers of the whole dossier so far, for conditions that look at other sections.
 */
export function parseSection(
  rules: FormRules,
  sectionKey: string,
  form: { entries: FormEntries; before: Answers },
): ParsedSection {
  const section = rules.procedure.sections.find((candidate) => candidate.key === sectionKey)
  if (!section) throw new Error(`no section ${sectionKey} in ${rules.procedure.key}`)
  const raw = compact(rawOf(section.fields, form.entries))
  const keys = new Set(section.fields.map((field) => field.key))
  const read = readAnswers(rules, { ...without(form.before, keys), ...raw })
  const here = ({ path }: AnswerIssue): boolean => keys.has(String(splitPath(path)[0]))
  return {
    answers: Object.fromEntries(Object.entries(read.answers).filter(([key]) => keys.has(key))),
    typed: typedOf(raw),
    issues: read.issues.filter(here),
    obstacles: read.obstacles.filter(here),
  }
}

/**
 * The answers of the dossier after a section was saved. Questions of the section that were hidden
 * before could not be answered in the form, so what they held stays.
 */
export function mergeSection(
  rules: FormRules,
  before: Answers,
  saved: { section: string; answers: Answers },
): Answers {
  const { procedure, facts } = rules
  const section = procedure.sections.find((candidate) => candidate.key === saved.section)
  const known = withDerived(procedure, before, facts)
  const shown = new Set(Object.keys(relevantAnswers(procedure, known, facts)))
  const replaced = new Set(
    section?.fields.map((field) => field.key).filter((key) => shown.has(key)) ?? [],
  )
  return { ...without(before, replaced), ...saved.answers }
}

type Raw = string | string[] | Raw[] | { [part: string]: Raw }
/** Names sent by a browser: one part each, so that no name can reach outside of the tree. */
type Node = { texts: string[]; children: Map<string | number, Node> }

function rawOf(fields: readonly Field[], entries: FormEntries): Record<string, Raw> {
  const root = newNode()
  const keys = new Set(fields.map((field) => field.key))
  for (const [name, text] of entries) {
    const path = splitPath(name)
    if (!keys.has(String(path[0])) || path.length > 5) continue
    nodeAt(root, path).texts.push(text)
  }
  return Object.fromEntries([...root.children].map(([key, node]) => [key, rawOfNode(node)]))
}

function newNode(): Node {
  return { texts: [], children: new Map() }
}

function nodeAt(root: Node, path: readonly (string | number)[]): Node {
  return path.reduce((node, part) => {
    const child = node.children.get(part) ?? newNode()
    node.children.set(part, child)
    return child
  }, root)
}

function rawOfNode({ texts, children }: Node): Raw {
  if (children.size === 0) return texts.length === 1 ? (texts[0] ?? '') : texts
  const parts = [...children]
  const rows = parts.filter(([key]) => typeof key === 'number')
  if (rows.length > 0) {
    return rows.sort(([a], [b]) => Number(a) - Number(b)).map(([, node]) => rawOfNode(node))
  }
  return Object.fromEntries(parts.map(([key, node]) => [String(key), rawOfNode(node)]))
}

/** Rows in which nothing was typed are left out, at every depth. */
function compact(raw: Record<string, Raw>): Record<string, Raw> {
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, compactValue(value)]))
}

function compactValue(value: Raw): Raw {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return compact(value)
  const isRows = value.some((item) => typeof item !== 'string')
  return isRows ? value.filter((item) => !isEmptyInput(item)).map(compactValue) : value
}

function typedOf(raw: Record<string, Raw>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(raw).flatMap(([key, value]) => leavesOf(key, value)))
}

function leavesOf(path: string, value: Raw): [string, string[]][] {
  if (typeof value === 'string') return [[path, [value]]]
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([part, item]) => leavesOf(`${path}.${part}`, item))
  }
  const items: Raw[] = value
  const texts = items.filter((item) => typeof item === 'string')
  if (texts.length === items.length) return [[path, texts]]
  return items.flatMap((item, i) => leavesOf(`${path}[${i}]`, item))
}

function without(answers: Answers, keys: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.has(key)))
}
