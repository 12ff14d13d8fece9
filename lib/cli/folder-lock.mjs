// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder belongs to a living process. */
export class AlreadyRunning extends Error {}

/**
 * Takes a data folder for this process alone. A holder that died does not count.
 * @param {string} dataDir @param {number} port where the holder can be found
 * @returns {() => void} gives it back
 * @throws {Error} that names the living holder
 */
export function lockFolder(dataDir, port) {
  const file = join(dataDir, 'launcher.json')
  const holder = findHolder(file)
  if (holder) {
    throw new AlreadyRunning(
      `It already runs at http://localhost:${holder.port} (process ${holder.pid}). Stop that one first.`,
    )
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify({ pid: process.pid, since: startOf(process.pid), port }))
  return () => rmSync(file, { force: true })
}

/** @param {string} file @returns {{ pid: number, since: string, port: number } | undefined} the living one */
function findHolder(file) {
  if (!existsSync(file)) return undefined
  const holder = JSON.parse(readFileSync(file, 'utf8') || '{}')
  return holder.pid && startOf(holder.pid) === holder.since ? holder : undefined
}

/** When a process was started, as its system tells it; process numbers alone are used again. @param {number} pid */
export function startOf(pid) {
  try {
    process.kill(pid, 0)
  } catch {
    return 'gone'
  }
  if (!existsSync('/proc/self/stat')) return 'alive'
  // Fields 3 to 22, counted after the name in brackets, which may hold blanks itself.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  // Killed, but not yet fetched by its parent: it runs no more.
  return fields[0] === 'Z' ? 'gone' : (fields[19] ?? 'alive')
}
