// @ts-check
// Programs that the tests judge the product with, beside npm's packages.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Program → Debian package. */
const NEEDED = {
  chromium: 'chromium',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
}
/** Other names under which a browser of this kind is found. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The Debian packages that this machine lacks. @returns {string[]} */
export function findMissingPackages() {
  return Object.entries(NEEDED)
    .filter(([program]) => !(program === 'chromium' ? findBrowser() : findProgram(program)))
    .map(([, name]) => name)
}

/** Path of the installed Chromium or Chrome; CHROMIUM_PATH wins. @returns {string | undefined} */
export function findBrowser() {
  return process.env['CHROMIUM_PATH'] ?? BROWSERS.map(findProgram).find(Boolean)
}

/**
 * Installs Debian packages, where we may.
 * @param {string[]} packages @throws {Error} with the command to run by hand
 */
export function installPackages(packages) {
  const command = [
    'apt-get',
    'install',
    '-y',
    '--no-install-recommends',
    '-o',
    'DPkg::Lock::Timeout=500',
    ...packages,
  ]
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) {
    throw new Error(
      `These programs are missing: ${packages.join(' ')}. Install them, on Debian by:\n  sudo apt-get update && sudo ${command.join(' ')}`,
    )
  }
  runApt(['apt-get', 'update', '-o', 'DPkg::Lock::Timeout=500'])
  runApt(command)
}

/** @param {string[]} command */
function runApt([program = '', ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr } = spawnSync(program, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`)
}

/** @param {string} program @returns {string | undefined} */
function findProgram(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
