// @ts-check
// npm run proof -- NAME: runs one of tests/proofs, the long demonstrations that npm test leaves out.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../lib/cli/child-process.mjs'
import { install, needsInstall, nodeBinary } from '../lib/cli/packages.mjs'
import { ROOT } from '../lib/cli/postgres-cluster.mjs'
import { say, step } from '../lib/cli/steps.mjs'

const [name = '', ...args] = process.argv.slice(2)
const folder = join(ROOT, 'tests/proofs')
const files = existsSync(folder)
  ? readdirSync(folder).filter((file) => /\.(ts|mjs)$/.test(file))
  : []
const file = files.find((candidate) => candidate.replace(/\.\w+$/, '') === name)

if (!file) {
  say(
    `There is no proof ${name}; there are: ${files.map((one) => one.replace(/\.\w+$/, '')).join(', ') || 'none'}`,
  )
  process.exitCode = 1
} else {
  if (needsInstall()) await step('packages', () => install())
  const command = [
    '--import',
    'tsx',
    '--import',
    './lib/cli/lifeline.mjs',
    join(folder, file),
    ...args,
  ]
  const child = startChild(name, [nodeBinary(), ...command])
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => void child.stop())
  const outcome = await child.exited
  process.exitCode = typeof outcome === 'number' ? outcome : 1
}
