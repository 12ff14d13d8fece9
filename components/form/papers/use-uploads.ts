'use client'

import { useCallback, useEffect, useReducer, useRef } from 'react'
import { MEGABYTE, type Refused, type Slot, type SlotFile } from '@/components/form/papers/slot'
import { fetchFiles, removeFile, sendFile } from '@/components/form/papers/slot-requests'
import { noteContact } from '@/components/form/session-contact'

/** So many files of one slot travel at a time. */
const AT_ONCE = 2

export type Sending = {
  id: number
  file: File
  state: 'waiting' | 'sending' | 'unreachable'
  percent: number
}
export type Refusal = { id: number; refusal: Refused }
export type News = { kind: 'added' | 'gone' | 'cancelled'; name: string } | null

type State = { files: SlotFile[]; sending: Sending[]; refused: Refusal[]; news: News }
type Change =
  | { do: 'queue'; files: Sending[]; refused: Refusal[] }
  | { do: 'progress'; id: number; state: Sending['state']; percent: number }
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
  useChecks(state.files, address, change)
  const add = (files: readonly File[]) => {
    const fresh = files.map((file) => ({ id: counter.current++, file }))
    const isLarge = ({ file }: { file: File }) => file.size > slot.maxSizeMb * MEGABYTE
    change({
      do: 'queue',
      files: fresh
        .filter((one) => !isLarge(one))
        .map((one) => ({ ...one, state: 'waiting', percent: 0 })),
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
  return { ...state, add, cancel, retry, dismiss, remove }
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
      if (answer.kind === 'unreachable')
        change({ do: 'progress', id, state: 'unreachable', percent: 0 })
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

/** Asks again, less and less often, while a file is still being checked. */
function useChecks(
  files: readonly SlotFile[],
  address: string,
  change: (change: Change) => void,
): void {
  const checking = files.some(({ state }) => state === 'received')
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
