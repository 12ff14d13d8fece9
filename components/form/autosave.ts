import type { Entry } from '@/components/form/typed'
import type { AnswerIssue } from '@/lib/procedures/answers'

/** What the server said to a save, or that it could not be reached. */
export type SaveAnswer =
  | { kind: 'saved'; version: number; problems: AnswerIssue[]; next: string }
  | { kind: 'changed-elsewhere'; version: number }
  | { kind: 'submitted'; dossierId: string }
  | { kind: 'signed-out' }
  | { kind: 'gone' }
  | { kind: 'unreachable' }

/** After these nothing is sent until the person decides. */
export type Stopped = Exclude<SaveAnswer, { kind: 'saved' } | { kind: 'unreachable' }>

export type SaveStatus =
  | { kind: 'idle' | 'waiting' | 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed' }
  | Stopped

export type SaveAsk = { version: number; entries: Entry[]; leaving: boolean }

type Deps = {
  version: number
  /** What stands in the boxes at this moment; undefined once the page has taken them away. */
  read: () => Entry[] | undefined
  send: (ask: SaveAsk) => Promise<SaveAnswer>
  show: (status: SaveStatus) => void
  /** Lays what is not saved yet aside on this device; null takes it away again. */
  keep: (entries: Entry[] | null, version: number) => void
  now: () => Date
  /** The boxes hold more than the server has given: typed before the script ran, or put back. */
  unsavedFromStart: boolean
}

/**
 * A pause in typing after which it is saved, and the longest that typing without a pause may put it off: with
 * the way to the server no browser that dies may take more than two seconds of typing with it.
 */
const PAUSE = 600
const LONGEST_PUT_OFF = 1000
const FIRST_RETRY = 2000
const LONGEST_RETRY = 60_000

/**
 * Saves a section while it is being written: one request at a time, always the latest state, again
 * and again with longer pauses while the network is away, and not at all once the draft has moved on.
 */
export class Autosave {
  readonly #deps: Deps
  #version: number
  #saved: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #putOffSince: number | undefined
  #failures = 0
  #flying: Promise<SaveAnswer> | undefined
  #stopped: Stopped | undefined
  #last: SaveAnswer | undefined

  constructor(deps: Deps) {
    this.#deps = deps
    this.#version = deps.version
    this.#saved = deps.unsavedFromStart ? '' : JSON.stringify(deps.read())
  }

  /** Something in the boxes changed. */
  touch(): void {
    if (this.#stopped || this.#failures > 0) this.#keep()
    const now = this.#deps.now().getTime()
    // A slow flight does not put off what is typed meanwhile: its time runs from here.
    this.#putOffSince ??= now
    // What is typed during a flight or an outage goes with the next one.
    if (this.#stopped || this.#failures > 0 || this.#flying) return
    this.#deps.show({ kind: 'waiting' })
    const left = this.#putOffSince + LONGEST_PUT_OFF - now
    this.#schedule(Math.max(0, Math.min(PAUSE, left)))
  }

  /** Saves now; when nothing changed since the last save, its answer stands. */
  async save(): Promise<SaveAnswer> {
    clearTimeout(this.#timer)
    while (this.#flying) await this.#flying
    if (this.#stopped) return this.#stopped
    if (this.#last?.kind === 'saved' && !this.isDirty()) return this.#last
    return this.#fly(this.#deps.read() ?? [], false)
  }

  /** Goes on after a stop; over what others stored when it was changed elsewhere. */
  resume(): Promise<SaveAnswer> {
    if (this.#stopped?.kind === 'changed-elsewhere') this.#version = this.#stopped.version
    this.#stopped = undefined
    return this.save()
  }

  /** Gives up what is in the boxes for what others have stored. */
  drop(): void {
    this.#saved = JSON.stringify(this.#deps.read())
    this.#deps.keep(null, this.#version)
  }

  /** The page goes away: sent once more, without waiting for an answer. */
  leave(): void {
    const entries = this.#deps.read()
    if (this.#stopped || !entries || !this.isDirty()) return
    this.#keep()
    if (!this.#flying) void this.#fly(entries, true)
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  isDirty(): boolean {
    const entries = this.#deps.read()
    return entries !== undefined && JSON.stringify(entries) !== this.#saved
  }

  /** Whether something would be lost with the page: neither saved nor laid aside for the return. */
  isAtRisk(): boolean {
    return this.#stopped?.kind !== 'signed-out' && this.isDirty()
  }

  #fly(entries: Entry[], leaving: boolean): Promise<SaveAnswer> {
    this.#putOffSince = undefined
    this.#deps.show({ kind: 'saving' })
    this.#flying = this.#deps
      .send({ version: this.#version, entries, leaving })
      .then((answer) => this.#land(answer, entries))
    return this.#flying
  }

  #land(answer: SaveAnswer, entries: Entry[]): SaveAnswer {
    this.#flying = undefined
    this.#last = answer
    if (answer.kind === 'saved') this.#settle(answer.version, entries)
    else if (answer.kind === 'unreachable') this.#retryLater()
    else this.#stop(answer)
    return answer
  }

  #settle(version: number, entries: Entry[]): void {
    this.#version = version
    this.#saved = JSON.stringify(entries)
    this.#failures = 0
    this.#deps.keep(null, version)
    this.#deps.show({ kind: 'saved', at: this.#deps.now() })
    if (this.isDirty()) this.touch()
  }

  #retryLater(): void {
    this.#keep()
    this.#deps.show({ kind: 'failed' })
    this.#schedule(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** this.#failures))
    this.#failures += 1
  }

  #stop(answer: Stopped): void {
    this.#stopped = answer
    this.#keep()
    this.#deps.show(answer)
  }

  #keep(): void {
    this.#deps.keep(this.#deps.read() ?? null, this.#version)
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), delay)
  }
}
