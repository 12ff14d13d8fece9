import type { Answers } from '@/lib/procedures/answers'

export type AnswerChange = { path: string; before: Leaf | null; after: Leaf | null }
/** The smallest thing that changes: a value, or a list of choices as a whole. */
export type Leaf = string | number | boolean | string[]

/** What changed between two versions of the answers, by path, in the order of the newer one. */
export function diffAnswers(before: Answers, after: Answers): AnswerChange[] {
  const old = new Map(leavesOf(before))
  const now = new Map(leavesOf(after))
  const paths = [...now.keys(), ...[...old.keys()].filter((path) => !now.has(path))]
  return paths
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

function leavesOf(answers: Answers): [string, Leaf][] {
  return Object.entries(answers).flatMap(([key, value]) => leaves(key, value))
}

function leaves(path: string, value: unknown): [string, Leaf][] {
  if (isLeaf(value)) return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(`${path}[${i}]`, item))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([part, item]) => leaves(`${path}.${part}`, item))
}

function isLeaf(value: unknown): value is Leaf {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string')
  return ['string', 'number', 'boolean'].includes(typeof value)
}
