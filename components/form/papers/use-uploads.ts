'use client'

import { useCallback, useEffect, useReducer, useRef } from 'react'
import { MEGABYTE, type Refused, type Slot, type SlotFile } from '@/components/form/papers/slot'
import {
  fetchFiles,
  pauseBefore,
  removeFile,
  sendFile,
  turnPage,
} from '@/components/form/papers/slot-requests'
import { noteContact } from '@/components/form/session-contact'

/** So many files of one slot travel at a time. */
const AT_ONCE = 2

export type Sending = {
  id: number
  file: File
  /** 'resting' goes on by itself, 'unreachable' when the person says so. */
  state: 'waiting' | 'sending' | 'resting' | 'unreachable'
  percent: number
  /** How often it was sent and did not arrive. */
  tries: number
}
export type Refusal = { id: number; refusal: Refused }
export type News = { kind: 'added' | 'gone' | 'cancelled' | 'turning'; name: string } | null

type State = { files: SlotFile[]; sending: Sending[]; refused: Refusal[]; news: News }
type Change =
  | { do: 'queue'; files: Sending[]; refused: Refusal[] }
  | { do: 'progress'; id: number; state: Sending['state']; percent: number }
  | { do: 'lost'; id: number }
  | { do: 'attached'; id: number; file: SlotFile }
  | { do: 'refused'; id: number; refusal: Refused }
  | { do: 'drop'; id: number; news: News }
  | { do: 'files'; files: SlotFile[]; news?: News }

/** The files of one slot: those that are there, those on their way, and those that were not taken. */
export function useUploads(slot: Slot) {
  const { address } = slot
  const [state, change] = useReducer(reduce, {
    files: slot.files,
    sending: [],
    refused: [],
    news: null,
  })
  const aborts = useRef(new Map<number, AbortController>())
  const counter = useRef(0)
  useSender(state.sending, { address, aborts: aborts.current, change })
  useRests(state.sending, change)
  useChecks(state.files, address, change)
  const add = (files: readonly File[]) => {
    const fresh = files.map((file) => ({ id: counter.current++, file }))
    const isLarge = ({ file }: { file: File }) => file.size > slot.maxSizeMb * MEGABYTE
    change({
      do: 'queue',
      files: fresh
        .filter((one) => !isLarge(one))
        .map((one) => ({ ...one, state: 'waiting', percent: 0, tries: 0 })),
      refused: fresh.filter(isLarge).map(({ id, file }) => ({
        id,
        refusal: { code: 'too-large', name: file.name, limitMb: slot.maxSizeMb },
      })),
    })
  }
  const cancel = ({ id, file }: Sending) => {
    aborts.current.get(id)?.abort()
    change({ do: 'drop', id, news: { kind: 'cancelled', name: file.name } })
  }
  const retry = ({ id }: Sending) => change({ do: 'progress', id, state: 'waiting', percent: 0 })
  const dismiss = (id: number) => change({ do: 'drop', id, news: null })
  const remove = async (file: SlotFile) => {
    if (!(await removeFile(address, file.id))) return
    const files = (await fetchFiles(address)) ?? state.files.filter(({ id }) => id !== file.id)
    change({ do: 'files', files, news: { kind: 'gone', name: file.name } })
  }
  const turn = async (file: SlotFile, page: number) => {
    const { id: fileId, name } = file
    const turned = await turnPage(address, { fileId, page, name })
    if (turned !== 'turned') {
      const refusal = turned ?? { code: 'turn-failed', name }
      return change({ do: 'refused', id: counter.current++, refusal })
    }
    const files = (await fetchFiles(address)) ?? state.files
    change({ do: 'files', files, news: { kind: 'turning', name } })
  }
  return { ...state, add, cancel, retry, dismiss, remove, turn }
}

function reduce(state: State, change: Change): State {
  const without = (id: number) => ({
    ...state,
    sending: state.sending.filter((one) => one.id !== id),
    refused: state.refused.filter((one) => one.id !== id),
  })
  switch (change.do) {
    case 'queue':
      return {
        ...state,
        news: null,
        sending: [...state.sending, ...change.files],
        refused: [...state.refused, ...change.refused],
      }
    case 'progress': {
      const { id, state: now, percent } = change
      const moved = (one: Sending) => (one.id === id ? { ...one, state: now, percent } : one)
      return { ...state, sending: state.sending.map(moved) }
    }
    case 'lost': {
      const rest = (one: Sending): Sending => {
        if (one.id !== change.id) return one
        const tries = one.tries + 1
        const now = pauseBefore(tries) === null ? 'unreachable' : 'resting'
        return { ...one, tries, state: now, percent: 0 }
      }
      return { ...state, sending: state.sending.map(rest) }
    }
    case 'attached': {
      const others = state.files.filter(({ id }) => id !== change.file.id)
      const news = { kind: 'added', name: change.file.name } as const
      return { ...without(change.id), files: [...others, change.file], news }
    }
    case 'refused': {
      const left = without(change.id)
      const { id, refusal } = change
      return { ...left, refused: [...left.refused, { id, refusal }] }
    }
    case 'drop':
      return { ...without(change.id), news: change.news }
    case 'files':
      return { ...state, files: change.files, news: change.news ?? state.news }
  }
}

type Sender = {
  address: string
  aborts: Map<number, AbortController>
  change: (change: Change) => void
}

/** Starts the next files as soon as there is room for them. */
function useSender(sending: readonly Sending[], { address, aborts, change }: Sender): void {
  const send = useCallback(
    async ({ id, file }: Sending) => {
      const abort = new AbortController()
      aborts.set(id, abort)
      const onPercent = (percent: number) =>
        change({ do: 'progress', id, state: 'sending', percent })
      const answer = await sendFile({ address, file, onPercent, signal: abort.signal })
      aborts.delete(id)
      if (answer.kind === 'attached') change({ do: 'attached', id, file: answer.file })
      if (answer.kind === 'refused') change({ do: 'refused', id, refusal: answer.refusal })
      if (answer.kind === 'unreachable') change({ do: 'lost', id })
      if (answer.kind !== 'unreachable') noteContact()
    },
    [address, aborts, change],
  )
  useEffect(() => {
    const room = AT_ONCE - sending.filter(({ state }) => state === 'sending').length
    for (const one of sending
      .filter(({ state }) => state === 'waiting')
      .slice(0, Math.max(0, room))) {
      change({ do: 'progress', id: one.id, state: 'sending', percent: 0 })
      void send(one)
    }
  }, [sending, send, change])
}

/** What did not arrive goes again after a pause, or as soon as the device is connected again. */
function useRests(sending: readonly Sending[], change: (change: Change) => void): void {
  const resting = sending.filter(({ state }) => state === 'resting')
  const key = resting.map(({ id, tries }) => `${id}:${tries}`).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for those that rest; progress of others must not start their pause anew
  useEffect(() => {
    const wake = (id: number) => change({ do: 'progress', id, state: 'waiting', percent: 0 })
    const wakeAll = () => {
      for (const { id } of resting) wake(id)
    }
    const timers = resting.map(({ id, tries }) =>
      setTimeout(() => wake(id), pauseBefore(tries) ?? 0),
    )
    window.addEventListener('online', wakeAll)
    return () => {
      for (const timer of timers) clearTimeout(timer)
      window.removeEventListener('online', wakeAll)
    }
  }, [key, change])
}

/** Checked next, or painted next: then its pages can be looked at. */
function isOnItsWay({ state, pageCount }: SlotFile): boolean {
  return state === 'received' || (state === 'clean' && pageCount === null)
}

/** Asks again, less and less often, while a file is still being checked or painted. */
function useChecks(
  files: readonly SlotFile[],
  address: string,
  change: (change: Change) => void,
): void {
  const checking = files.some(isOnItsWay)
  useEffect(() => {
    if (!checking) return undefined
    let pause = 1000
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const found = await fetchFiles(address)
      if (found) change({ do: 'files', files: found })
      pause = Math.min(pause * 1.5, 15_000)
      timer = setTimeout(ask, pause)
    }
    timer = setTimeout(ask, pause)
    return () => clearTimeout(timer)
  }, [checking, address, change])
}
