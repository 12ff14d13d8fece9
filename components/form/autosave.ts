import { type Bases, basesOf, type ClashChoice, type ShownClash } from '@/components/form/clash'
import type { Entry } from '@/components/form/typed'
import type { AnswerIssue } from '@/lib/procedures/answers'

/** What the server said to a save, or that it could not be reached. */
export type SaveAnswer =
  | {
      kind: 'saved'
      version: number
      problems: AnswerIssue[]
      next: string
      /** Where others had changed something meanwhile. */
      clashes: ShownClash[]
    }
  | { kind: 'changed-elsewhere'; version: number }
  | { kind: 'submitted'; dossierId: string }
  | { kind: 'signed-out' }
  | { kind: 'gone' }
  | { kind: 'unreachable' }

type Saved = Extract<SaveAnswer, { kind: 'saved' }>

/** After these nothing is sent until the person decides. */
export type Stopped = Exclude<SaveAnswer, { kind: 'saved' } | { kind: 'unreachable' }>

export type SaveStatus =
  | { kind: 'idle' | 'waiting' | 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed' }
  | Stopped

export type SaveAsk = {
  version: number
  entries: Entry[]
  leaving: boolean
  /** Of this open page, the same for all its saves: one whose answer got lost is sent again. */
  page: string
  /** Older versions for parts that this page does not show as they are stored. */
  bases: Bases
  choices: Readonly<Record<string, ClashChoice>>
}
/** What is laid aside on this device until it is saved. */
export type Unsaved = { entries: Entry[]; version: number; bases: Bases }

type Deps = {
  version: number
  page: string
  bases: Bases
  /** What stands in the boxes at this moment; undefined once the page has taken them away. */
  read: () => Entry[] | undefined
  send: (ask: SaveAsk) => Promise<SaveAnswer>
  show: (status: SaveStatus) => void
  /** Lays what is not saved yet aside on this device; null takes it away again. */
  keep: (unsaved: Unsaved | null) => void
  now: () => Date
  /** The boxes hold more than the server has given: typed before the script ran, or put back. */
  unsavedFromStart: boolean
}

/**
 * A pause in typing after which it is saved, and the longest that typing without a pause may put it off:
 * with the way to the server no more than two seconds of typing are ever on the page alone.
 */
const PAUSE = 600
const LONGEST_PUT_OFF = 900
const FIRST_RETRY = 2000
const LONGEST_RETRY = 60_000

/**
 * Saves a section while it is being written: one request at a time, always the latest state, again
 * and again with longer pauses while the network is away, and not at all once the draft has moved on.
 */
export class Autosave {
  readonly #deps: Deps
  #version: number
  #bases: Bases
  #choices: Record<string, ClashChoice> = {}
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
    this.#bases = deps.bases
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

  /** Saves with what the writer chose for a part that others had changed, too. */
  async decide(part: string, choice: ClashChoice): Promise<SaveAnswer> {
    clearTimeout(this.#timer)
    while (this.#flying) await this.#flying
    if (this.#stopped) return this.#stopped
    this.#choices[part] = choice
    return this.#fly(this.#deps.read() ?? [], false)
  }

  /** Gives up what is in the boxes for what others have stored. */
  drop(): void {
    this.#saved = JSON.stringify(this.#deps.read())
    this.#deps.keep(null)
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
      .send({
        version: this.#version,
        entries,
        leaving,
        page: this.#deps.page,
        bases: this.#bases,
        choices: { ...this.#choices },
      })
      .then((answer) => this.#land(answer, entries))
    return this.#flying
  }

  #land(answer: SaveAnswer, entries: Entry[]): SaveAnswer {
    this.#flying = undefined
    this.#last = answer
    if (answer.kind === 'saved') this.#settle(answer, entries)
    else if (answer.kind === 'unreachable') this.#retryLater()
    else this.#stop(answer)
    return answer
  }

  #settle({ version, clashes }: Saved, entries: Entry[]): void {
    this.#version = version
    this.#bases = basesOf(clashes)
    this.#choices = {}
    this.#saved = JSON.stringify(entries)
    this.#failures = 0
    this.#deps.keep(null)
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
    const entries = this.#deps.read()
    this.#deps.keep(entries ? { entries, version: this.#version, bases: this.#bases } : null)
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), delay)
  }
}
