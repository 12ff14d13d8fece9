// @ts-check
import { startChild, tailOf } from './child-process.mjs'
import { nodeBinary } from './packages.mjs'

/** @typedef {import('./launch-database.mjs').Database} Database */
/** @typedef {import('./child-process.mjs').ChildOptions} ChildOptions */
/** @typedef {{ exited: Promise<unknown>, stop: () => Promise<void>, pid?: number | undefined }} Part */

const RESTART_PAUSE = 500
const MOST_RESTARTS = 5
const WITHIN_MS = 60_000

/** The running parts of a stack: started again when they die, stopped in reverse order of their start. */
export class Crew {
  /** @type {Map<string, Part>} in the order of their start */
  #parts = new Map()
  #stopping = false
  #report
  /** Ends the start or the run with this error. @type {(error: Error) => void} */
  fail = () => {}
  /** Settles when a part cannot be kept running. @type {Promise<Error>} */
  failed = new Promise((settle) => {
    this.fail = settle
  })

  /** @param {(line: string) => void} report told of each part that died */
  constructor(report) {
    this.#report = report
  }

  /** Starts a Node program and keeps it running. @param {string} name @param {string[]} args @param {ChildOptions} options */
  async keep(name, args, options) {
    const start = async () => startChild(name, [nodeBinary(), ...args], options)
    await this.#keep({ name, start, log: options.log })
  }

  /** @param {() => Promise<Database>} start @returns {Promise<Database>} */
  async keepDatabase(start) {
    return /** @type {Database} */ (await this.#keep({ name: 'database', start }))
  }

  /** The process numbers of the parts. @returns {Record<string, number | undefined>} */
  pids() {
    return Object.fromEntries([...this.#parts].map(([name, part]) => [name, part.pid]))
  }

  async stop() {
    this.#stopping = true
    for (const part of [...this.#parts.values()].reverse()) await part.stop()
  }

  /** @param {{ name: string, start: () => Promise<Part>, log?: string | undefined }} job */
  async #keep(job) {
    const part = await job.start()
    this.#parts.set(job.name, part)
    if (this.#stopping) await part.stop()
    this.#watch(job, part).catch(this.fail)
    return part
  }

  /** Starts a part anew each time it dies, until it dies too often. @param {{ name: string, start: () => Promise<Part>, log?: string | undefined }} job @param {Part} first */
  async #watch({ name, start, log }, first) {
    /** @type {number[]} */
    let deaths = []
    for (let part = first; ; ) {
      const outcome = await part.exited
      if (this.#stopping) return
      deaths = [...deaths.filter((at) => Date.now() - at < WITHIN_MS), Date.now()]
      if (deaths.length > MOST_RESTARTS)
        throw new Error(`${name} cannot be kept running (${outcome})${tailOf(log)}`)
      this.#report(`${name} ended (${outcome}) and is started again`)
      await new Promise((done) => setTimeout(done, RESTART_PAUSE))
      if (this.#stopping) return
      part = await start()
      this.#parts.set(name, part)
      if (this.#stopping) await part.stop()
    }
  }
}
