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

export type Autosave = ReturnType<typeof createAutosave>

/** A pause in typing after which it is saved, and the longest that typing without a pause may put it off. */
const PAUSE = 1200
const LONGEST_PUT_OFF = 8000
const FIRST_RETRY = 2000
const LONGEST_RETRY = 60_000

/**
 * Saves a section while it is being written: one request at a time, always the latest state, again
 * and again with longer pauses while the network is away, and not at all once the draft has moved on.
 */
export function createAutosave(deps: Deps) {
  let { version } = deps
  let saved = deps.unsavedFromStart ? '' : JSON.stringify(deps.read())
  let timer: ReturnType<typeof setTimeout> | undefined
  let putOffSince: number | undefined
  let failures = 0
  let flying: Promise<SaveAnswer> | undefined
  let stopped: Stopped | undefined
  let last: SaveAnswer | undefined

  const isDirty = () => {
    const entries = deps.read()
    return entries !== undefined && JSON.stringify(entries) !== saved
  }
  const keep = () => deps.keep(deps.read() ?? null, version)
  const schedule = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), delay)
  }

  const touch = () => {
    if (stopped) return keep()
    // What is typed during a flight or an outage goes with the next one.
    if (failures > 0 || flying) return
    deps.show({ kind: 'waiting' })
    putOffSince ??= deps.now().getTime()
    const left = putOffSince + LONGEST_PUT_OFF - deps.now().getTime()
    schedule(Math.max(0, Math.min(PAUSE, left)))
  }

  const save = async (): Promise<SaveAnswer> => {
    clearTimeout(timer)
    while (flying) await flying
    if (stopped) return stopped
    if (last?.kind === 'saved' && !isDirty()) return last
    return fly(deps.read() ?? [], false)
  }

  const fly = (entries: Entry[], leaving: boolean): Promise<SaveAnswer> => {
    putOffSince = undefined
    deps.show({ kind: 'saving' })
    flying = deps.send({ version, entries, leaving }).then((answer) => {
      flying = undefined
      last = answer
      land(answer, entries)
      return answer
    })
    return flying
  }

  const land = (answer: SaveAnswer, entries: Entry[]) => {
    if (answer.kind === 'saved') return settle(answer.version, entries)
    if (answer.kind === 'unreachable') return retryLater()
    stopped = answer
    keep()
    deps.show(answer)
  }

  const settle = (newVersion: number, entries: Entry[]) => {
    version = newVersion
    saved = JSON.stringify(entries)
    failures = 0
    deps.keep(null, version)
    deps.show({ kind: 'saved', at: deps.now() })
    if (isDirty()) touch()
  }

  const retryLater = () => {
    keep()
    deps.show({ kind: 'failed' })
    schedule(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** failures))
    failures += 1
  }

  return {
    touch,
    /** Saves now; when nothing changed since the last save, its answer stands. */
    save,
    isDirty,
    /** Whether something would be lost with the page: neither saved nor laid aside for the return. */
    isAtRisk: () => stopped?.kind !== 'signed-out' && isDirty(),
    /** Gives up what is in the boxes for what others have stored. */
    drop: () => {
      saved = JSON.stringify(deps.read())
      deps.keep(null, version)
    },
    /** Goes on after a stop; over what others stored when it was changed elsewhere. */
    resume: () => {
      if (stopped?.kind === 'changed-elsewhere') version = stopped.version
      stopped = undefined
      return save()
    },
    /** The page goes away: sent once more, without waiting for an answer. */
    leave: () => {
      const entries = deps.read()
      if (stopped || !entries || JSON.stringify(entries) === saved) return
      keep()
      if (!flying) void fly(entries, true)
    },
    dispose: () => clearTimeout(timer),
  }
}
