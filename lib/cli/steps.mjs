// @ts-check
import { GivenUp } from './child-process.mjs'

/** Writes a line for the person at the terminal. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/**
 * Does one step of a start and says what it took.
 * @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function step(name, work) {
  const begun = performance.now()
  try {
    const value = await work()
    say(`  ${name.padEnd(12)} ${seconds(begun)}${value === 'kept' ? '  (nothing new)' : ''}`)
    return value
  } catch (error) {
    if (!(error instanceof GivenUp)) say(`  ${name.padEnd(12)} ${seconds(begun)}  failed`)
    throw error
  }
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`
}
