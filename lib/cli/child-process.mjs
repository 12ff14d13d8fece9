// @ts-check
// Child processes that cannot outlive us: each holds a pipe from this process as its standard input
// and leaves when it closes (lifeline.mjs), so even kill -9 of the launcher leaves nothing behind.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { ROOT } from './postgres-cluster.mjs'

/** @typedef {{ name: string, pid: number | undefined, exited: Promise<number | string>, stop: () => Promise<void> }} Child */
/** @typedef {{ log?: string, env?: Record<string, string | undefined>, signal?: AbortSignal }} ChildOptions `log`: file for its output; otherwise ours */

/** Why a step ends that was cut short because of another one, or of Ctrl-C. */
export class GivenUp extends Error {}

const STOP_PATIENCE = 8_000

/**
 * Starts a program in its own process group, so that Ctrl-C reaches the launcher alone and the
 * launcher stops its children in order.
 * @param {string} name @param {string[]} command @param {ChildOptions} [options] @returns {Child}
 */
export function startChild(name, command, { log, env = process.env } = {}) {
  const output = log ? openSync(log, 'a', 0o600) : 'inherit'
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: ROOT,
    detached: true,
    env: /** @type {any} */ ({ ...env, ONEDOOR_LIFELINE: 'stdin' }),
    stdio: ['pipe', output, output],
  })
  if (typeof output === 'number') closeSync(output)
  /** @type {Promise<number | string>} */
  const exited = new Promise((done) => {
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => done(code ?? signal ?? 1))
  })
  child.stdin?.on('error', () => {}) // the child went first
  const stop = async () => {
    child.stdin?.end()
    const late = setTimeout(() => killGroup(child.pid), STOP_PATIENCE)
    await exited
    clearTimeout(late)
  }
  return { name, pid: child.pid, exited, stop }
}

/**
 * Runs a program to its end.
 * @param {string} name @param {string[]} command @param {ChildOptions} [options]
 * @throws {Error} with the end of its output, when it fails
 */
export async function runTool(name, command, options = {}) {
  const child = startChild(name, command, options)
  const giveUp = () => void child.stop()
  options.signal?.addEventListener('abort', giveUp)
  const outcome = await child.exited
  options.signal?.removeEventListener('abort', giveUp)
  if (options.signal?.aborted) throw new GivenUp(`${name} was cut short`)
  if (outcome !== 0) throw new Error(`${name} failed (${outcome})${tailOf(options.log)}`)
}

/** The last lines of a log, for an error message. @param {string | undefined} log */
export function tailOf(log) {
  if (!log || !existsSync(log)) return ''
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-40)
  return `; the end of ${log}:\n${lines.join('\n')}`
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (!pid) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {} // gone in the meantime
}
