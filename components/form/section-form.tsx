'use client'

import { type ReactNode, useActionState, useEffect, useState } from 'react'
import { findKept, type Kept } from '@/components/form/kept-entries'
import { SectionBoxes } from '@/components/form/section-boxes'
import type { SectionPayload } from '@/components/form/section-payload'
import type { SectionState, SendSection } from '@/components/form/section-state'
import { groupEntries, type Typed } from '@/components/form/typed'

export type SectionFormProps = {
  draftId: string
  payload: SectionPayload
  /** What the boxes show before anything was sent. */
  saved: Typed
  start: SectionState
  /** Saves the form as a whole, without a script. */
  send: SendSection
  papers: Readonly<Record<string, ReactNode>>
}

/**
 * One section of a dossier. It works as a plain form; with a script it shows and hides questions,
 * judges answers by the same schema as the server, and saves by itself.
 */
export function SectionForm({ saved, start, send, ...props }: SectionFormProps) {
  const [state, sendForm] = useActionState(send, start)
  const [kept, setKept] = useState<Kept>()
  const { draftId, payload } = props
  // Only the browser knows what an earlier visit could not save; the boxes are then made anew.
  useEffect(
    () => setKept(findKept({ draftId, sectionKey: payload.sectionKey })),
    [draftId, payload],
  )
  const boxes = { ...props, sendForm, restored: kept }
  if (kept) {
    const typed = groupEntries(kept.entries)
    const again = { ...state, typed, version: kept.version, problems: [], open: [], blank: [] }
    return <SectionBoxes key={kept.at} {...boxes} state={again} typed={typed} />
  }
  return <SectionBoxes {...boxes} state={state} typed={state.typed ?? saved} />
}
