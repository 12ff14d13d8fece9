// @ts-check
// Who holds a port, and whether it is a child that an earlier start of ours left behind.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'

/** Set in every process of a stack to its data folder: so we know our own again. */
export const STACK_MARK = 'ONEDOOR_STACK'

/** The ports of a stack, counted from the web server's. */
export const OFFSETS = {
  web: 0,
  eid: 1,
  payment: 2,
  mailbox: 3,
  smtp: 4,
  authority: 5,
  database: 10,
}

/** @typedef {{ pid: number, name: string }} Holder */

/**
 * Makes sure that all ports of a stack are free: children of an earlier start of ours are stopped,
 * any other program is named.
 * @param {number} port the web server's @param {string} dataDir
 * @throws {Error} one message with every port that is taken
 */
export async function claimPorts(port, dataDir) {
  const taken = []
  for (const [use, offset] of Object.entries(OFFSETS)) {
    if (await isFree(port + offset)) continue
    const holder = findHolder(port + offset)
    if (holder && isOurs(holder.pid, dataDir) && (await dismiss(holder.pid, port + offset)))
      continue
    taken.push(
      `  - ${port + offset} (${use}) is used by ${holder ? `${holder.name}, process ${holder.pid}` : 'another program'}`,
    )
  }
  if (taken.length === 0) return
  throw new Error(
    `These ports are not free:\n${taken.join('\n')}\nStop that program, or choose other ports: PORT=${port + 100} npm run demo`,
  )
}

/** A port from which on all ports of a stack are free. @returns {Promise<number>} */
export async function freeStackPort() {
  for (;;) {
    const port = 20_000 + 20 * Math.floor(Math.random() * 600)
    const free = await Promise.all(Object.values(OFFSETS).map((offset) => isFree(port + offset)))
    if (free.every(Boolean)) return port
  }
}

/** Free on both addresses that a browser may take for localhost. @param {number} port */
async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function canListen(port, host) {
  return new Promise((done) => {
    const probe = createServer()
    // A machine without IPv6 has nobody listening there.
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      done(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    )
    probe.listen(port, host, () => probe.close(() => done(true)))
  })
}

/** @param {number} port @returns {Holder | undefined} */
function findHolder(port) {
  return existsSync('/proc/net/tcp') ? findInProc(port) : findByLsof(port)
}

/** @param {number} port @returns {Holder | undefined} */
function findInProc(port) {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const rows = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter(existsSync)
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  const columns = rows.map((row) => row.trim().split(/\s+/))
  const listening = columns.filter((column) => column[1]?.endsWith(wanted) && column[3] === '0A')
  const sockets = new Set(listening.map((column) => `socket:[${column[9]}]`))
  const pid = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((name) => holds(name, sockets))
  return pid ? { pid: Number(pid), name: commandOf(pid) } : undefined
}

/** @param {string} pid @param {Set<string>} sockets */
function holds(pid, sockets) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.has(linkOf(`/proc/${pid}/fd/${fd}`)))
  } catch {
    return false // another user's process, or gone
  }
}

/** @param {string} path */
function linkOf(path) {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** @param {string} pid */
function commandOf(pid) {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim().slice(0, 120)
}

/** @param {number} port @returns {Holder | undefined} */
function findByLsof(port) {
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
    encoding: 'utf8',
  })
  const [, pid, name] = /p(\d+)\nc(.*)/.exec(stdout ?? '') ?? []
  return pid ? { pid: Number(pid), name: name ?? '' } : undefined
}

/** @param {number} pid @param {string} dataDir */
function isOurs(pid, dataDir) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .includes(`${STACK_MARK}=${dataDir}`)
  } catch {
    return false
  }
}

/** Stops a stale child, the hard way if it must be. @param {number} pid @param {number} port */
async function dismiss(pid, port) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGKILL'])) {
    try {
      process.kill(pid, signal)
    } catch {} // gone in the meantime
    for (let turn = 0; turn < 40; turn++) {
      if (await isFree(port)) return true
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  return false
}
