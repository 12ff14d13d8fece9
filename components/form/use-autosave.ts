'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { listen } from '@/components/form/after-press'
import { Autosave, type SaveAnswer, type SaveStatus } from '@/components/form/autosave'
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
  unsavedFromStart: boolean
  /** Where it saves. */
  address: string
}

/** The newest version that this visit has seen of each draft: a page shown again by "Back" may be older. */
const newest = new Map<string, number>()

/** Keeps a section saved while it is written. */
export function useAutosave(input: Input) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const saver = useRef<Autosave>(null)
  const [first] = useState(input)
  // Before the boxes are taken away: what is in them must still be there to be sent.
  useLayoutEffect(() => {
    const autosave = startAutosave(first, setStatus)
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
    touch: () => saver.current?.touch(),
    save: (): Promise<SaveAnswer> => saver.current?.save() ?? unreachable,
    resume: () => void saver.current?.resume(),
    drop: () => saver.current?.drop(),
  }
}

const unreachable = Promise.resolve({ kind: 'unreachable' } as const)

function startAutosave(input: Input, show: (status: SaveStatus) => void): Autosave {
  const { draftId, sectionKey, formId, version, unsavedFromStart, address } = input
  return new Autosave({
    version,
    unsavedFromStart,
    read: () => readBoxes(formId),
    send: async (ask) => {
      const answer = await requestSave(address, ask)
      if (answer.kind === 'saved') {
        newest.set(draftId, answer.version)
        noteContact()
      }
      return answer
    },
    show,
    keep: (entries, from) => {
      const kept = entries && { entries, version: from, at: new Date().toISOString() }
      keepEntries({ draftId, sectionKey }, kept)
    },
    now: () => new Date(),
  })
}

function readBoxes(formId: string) {
  const form = document.getElementById(formId)
  return form instanceof HTMLFormElement ? textEntries(new FormData(form)) : undefined
}
