import fc from 'fast-check'
import { afterEach, beforeEach } from 'vitest'
import { testSettings } from './test-settings'

Object.assign(process.env, testSettings)

// One seed, so that a failure today is a failure tomorrow. FC_SEED tries another one.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_251_122) })

const noise: string[] = []
const record =
  (level: string) =>
  (...words: unknown[]) => {
    noise.push(`console.${level}: ${words.map(String).join(' ')}`)
  }

beforeEach(() => {
  noise.length = 0
  console.error = record('error')
  console.warn = record('warn')
})

// A warning nobody expected is a fault nobody has looked at. A test that expects one spies on it.
afterEach(() => {
  if (noise.length > 0) throw new Error(`The test wrote to the console:\n${noise.join('\n')}`)
})
