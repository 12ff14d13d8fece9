'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { listen } from '@/components/form/after-press'
import { Autosave, type SaveAnswer, type SaveStatus } from '@/components/form/autosave'
import type { Bases, ClashChoice, ShownClash } from '@/components/form/clash'
import { keepEntries } from '@/components/form/kept-entries'
import { requestSave } from '@/components/form/save-section-request'
import { noteContact } from '@/components/form/session-contact'
import { textEntries } from '@/components/form/typed'
import { useLeaving } from '@/components/form/use-leaving'

type Input = {
  draftId: string
  sectionKey: string
  formId: string
  version: number
  bases: Bases
  clashes: readonly ShownClash[]
  unsavedFromStart: boolean
  /** Where it saves. */
  address: string
}

/** The newest version that this visit has seen of each draft: a page shown again by "Back" may be older. */
const newest = new Map<string, number>()

/** Keeps a section saved while it is written. */
export function useAutosave(input: Input) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const [clashes, setClashes] = useState(input.clashes)
  const saver = useRef<Autosave>(null)
  const [first] = useState(input)
  // Before the boxes are taken away: what is in them must still be there to be sent.
  useLayoutEffect(() => {
    const autosave = startAutosave(first, { show: setStatus, tell: setClashes })
    saver.current = autosave
    if (first.unsavedFromStart) autosave.touch()
    const again = () => void autosave.save()
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      autosave.leave()
      autosave.dispose()
    }
  }, [first])
  useEffect(() => {
    listen()
    noteContact()
    if ((newest.get(first.draftId) ?? 0) > first.version && !first.unsavedFromStart)
      location.reload()
  }, [first])
  useLeaving(saver)
  return {
    status,
    clashes,
    touch: () => saver.current?.touch(),
    save: (): Promise<SaveAnswer> => saver.current?.save() ?? unreachable,
    decide: (part: string, choice: ClashChoice): Promise<SaveAnswer> =>
      saver.current?.decide(part, choice) ?? unreachable,
    resume: () => void saver.current?.resume(),
    drop: () => saver.current?.drop(),
  }
}

const unreachable = Promise.resolve({ kind: 'unreachable' } as const)

type Hear = {
  show: (status: SaveStatus) => void
  tell: (clashes: readonly ShownClash[]) => void
}

function startAutosave(input: Input, { show, tell }: Hear): Autosave {
  const { draftId, sectionKey, formId, version, bases, unsavedFromStart, address } = input
  return new Autosave({
    version,
    page: newPageId(),
    bases,
    unsavedFromStart,
    read: () => readBoxes(formId),
    send: async (ask) => {
      const answer = await requestSave(address, ask)
      if (answer.kind === 'saved') {
        newest.set(draftId, answer.version)
        tell(answer.clashes)
        noteContact()
      }
      return answer
    },
    show,
    keep: (unsaved) => {
      const kept = unsaved && { ...unsaved, at: new Date().toISOString() }
      keepEntries({ draftId, sectionKey }, kept)
    },
    now: () => new Date(),
  })
}

/** Random; `randomUUID` is there on secure pages only. */
function newPageId(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))]
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function readBoxes(formId: string) {
  const form = document.getElementById(formId)
  return form instanceof HTMLFormElement ? textEntries(new FormData(form)) : undefined
}
