import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@/lib/cli/postgres-cluster.mjs'

/** One change to a source file: `from` must be there exactly once. */
export type Edit = { file: string; from: string; to: string }

export type ScratchCopy = {
  root: string
  /** Applies the edits; a fault instead of an error, since sources move on. */
  apply: (edits: readonly Edit[]) => string | undefined
  /** Puts the files of the edits back as they are in the original. */
  restore: (edits: readonly Edit[]) => void
  remove: () => void
}

const COPIED = [
  'app',
  'components',
  'db',
  'docs',
  'lib',
  'patches',
  'public',
  'tests',
  '.env.example',
  'biome.json',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'proxy.ts',
  'tsconfig.json',
]

/** A copy of the sources under .tmp, with the packages of the original: a place for deliberate faults. */
export function scratchCopy(name: string): ScratchCopy {
  const root = join(ROOT, '.tmp', 'scratch', `${name}-${process.pid}`)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true })
  for (const path of COPIED.filter((path) => existsSync(join(ROOT, path))))
    cpSync(join(ROOT, path), join(root, path), { recursive: true, preserveTimestamps: true })
  linkPackages(root)
  return {
    root,
    apply: (edits) => edits.map((edit) => applyEdit(root, edit)).find(Boolean),
    restore: (edits) => {
      for (const { file } of edits) cpSync(join(ROOT, file), join(root, file))
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Hard links, since some programs may read nothing outside of their folder; a symbolic link elsewhere. */
function linkPackages(root: string): void {
  const [from, to] = [join(ROOT, 'node_modules'), join(root, 'node_modules')]
  if (spawnSync('cp', ['-al', from, to]).status === 0) return
  rmSync(to, { recursive: true, force: true })
  symlinkSync(from, to)
}

function applyEdit(root: string, { file, from, to }: Edit): string | undefined {
  const path = join(root, file)
  if (!existsSync(path)) return `${file} is not there`
  const source = readFileSync(path, 'utf8')
  const times = source.split(from).length - 1
  if (times !== 1) return `${file} holds ${times} times: ${from.split('\n')[0]}`
  writeFileSync(
    path,
    source.replace(from, () => to),
  )
  return undefined
}
