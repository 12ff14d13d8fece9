'use client'

import { useActionState, useEffect, useState } from 'react'
import { basesOf } from '@/components/form/clash'
import { findKept, type Kept } from '@/components/form/kept-entries'
import { SectionBoxes } from '@/components/form/section-boxes'
import type { SectionFormProps } from '@/components/form/section-form-props'
import { groupEntries } from '@/components/form/typed'

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
    return <SectionBoxes key={kept.at} {...boxes} bases={kept.bases} state={again} typed={typed} />
  }
  const bases = basesOf(state.clashes ?? [])
  return <SectionBoxes {...boxes} bases={bases} state={state} typed={state.typed ?? saved} />
}
