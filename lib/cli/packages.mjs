// @ts-check
// What must be in place before anything starts: the packages and the build. Node 20 is enough.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runTool } from './child-process.mjs'
import { ROOT } from './postgres-cluster.mjs'

/** @typedef {import('./child-process.mjs').ChildOptions} ChildOptions */

const INSTALL_STAMP = join(ROOT, 'node_modules/.onedoor-install')
const BUILD_STAMP = join(ROOT, '.next/onedoor-build')
// Not beside the stamp: a build clears its folder.
const BUILD_LOCK = join(ROOT, '.tmp/build.lock')
const LOCK_FILE = join(ROOT, 'package-lock.json')
// Everything that `next build` reads.
const SOURCES = [
  'app',
  'components',
  'lib',
  'db',
  'public',
  'patches',
  'package.json',
  'package-lock.json',
]
const SOURCE_FILES = ['tsconfig.json', 'next.config.js', 'proxy.ts', 'instrumentation.ts']
const NOT_BUILT = [join('lib', 'cli'), join('lib', 'jobs'), join('db', 'seed')]

/** Whether `npm ci` has to run: the installed packages are not those of the lock file. @returns {boolean} */
export function needsInstall() {
  if (existsSync(INSTALL_STAMP))
    return readFileSync(INSTALL_STAMP, 'utf8') !== hashOf(['package-lock.json', 'patches'])
  return !installedByHand()
}

/** Installs the packages of the lock file. @param {ChildOptions} [options] */
export async function install(options = {}) {
  await runTool('npm', npmCommand(['ci', '--no-audit', '--no-fund']), options)
  rememberInstall()
}

/** Builds the product unless this very source was built already; one build at a time in this folder.
 * @param {ChildOptions} [options] @returns {Promise<'built' | 'kept'>} */
export async function build(options = {}) {
  const wanted = hashOf([...SOURCES, ...SOURCE_FILES])
  if (isBuilt(wanted)) return 'kept'
  const unlock = await lockBuild()
  try {
    if (isBuilt(wanted)) return 'kept'
    rmSync(BUILD_STAMP, { force: true })
    const env = { ...options.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    const next = [
      nodeBinary(),
      '--import',
      './lib/cli/lifeline.mjs',
      'node_modules/next/dist/bin/next',
      'build',
    ]
    await runTool('next build', next, { ...options, env })
    writeFileSync(BUILD_STAMP, wanted)
    return 'built'
  } finally {
    unlock()
  }
}

/** The Node that the lock file pins; the one running us, until the packages are there. */
export function nodeBinary() {
  const pinned = join(ROOT, 'node_modules/node/bin/node')
  return existsSync(pinned) ? pinned : process.execPath
}

/** @param {string} wanted */
function isBuilt(wanted) {
  return existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === wanted
}

/** A lock file with the number of the building process; that of a dead process does not count. */
async function lockBuild() {
  mkdirSync(dirname(BUILD_LOCK), { recursive: true })
  for (;;) {
    try {
      writeFileSync(BUILD_LOCK, String(process.pid), { flag: 'wx' })
      return () => rmSync(BUILD_LOCK, { force: true })
    } catch {
      const holder = Number(existsSync(BUILD_LOCK) ? readFileSync(BUILD_LOCK, 'utf8') : 0)
      if (!isAlive(holder)) rmSync(BUILD_LOCK, { force: true })
      else await new Promise((done) => setTimeout(done, 500))
    }
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Whether someone ran npm by hand and the result is what the lock file says. */
function installedByHand() {
  const record = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync(LOCK_FILE, 'utf8')).packages)
  const same = wanted.every(
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  )
  if (same) rememberInstall()
  return same
}

function rememberInstall() {
  writeFileSync(INSTALL_STAMP, hashOf(['package-lock.json', 'patches']))
}

/** npm as it was started, so that the same npm and the same Node run again. @param {string[]} args */
function npmCommand(args) {
  const npm = process.env['npm_execpath']
  return npm?.endsWith('.js') ? [process.execPath, npm, ...args] : ['npm', ...args]
}

/** One hash over files and whole folders, names included. @param {string[]} paths from the root */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(join(ROOT, path)) || NOT_BUILT.includes(path)) return []
  try {
    return readdirSync(join(ROOT, path)).flatMap((name) => filesBelow(join(path, name)))
  } catch {
    return [path] // not a folder
  }
}
