// @ts-check
// npm run journey: what it needs, then tests/journey/main.ts, which starts a fresh portal and plays the main job.
import { startChild } from '../lib/cli/child-process.mjs'
import { install, needsInstall, nodeBinary } from '../lib/cli/packages.mjs'
import { say, step } from '../lib/cli/steps.mjs'
import { findMissingPackages, installPackages } from './system-packages.mjs'

try {
  if (needsInstall()) await step('packages', () => install())
  const missing = findMissingPackages()
  if (missing.length > 0) await step(missing.join(' '), async () => installPackages(missing))
  const command = ['--import', 'tsx', '--import', './lib/cli/lifeline.mjs', 'tests/journey/main.ts']
  const outcome = await startChild('journey', [nodeBinary(), ...command]).exited
  process.exitCode = outcome === 0 ? 0 : 1
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
