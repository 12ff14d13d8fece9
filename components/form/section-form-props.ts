import type { ReactNode } from 'react'
import type { SectionPayload } from '@/components/form/section-payload'
import type { SectionState, SendSection } from '@/components/form/section-state'
import type { Typed } from '@/components/form/typed'

/** Where a form saves, where it leads back to, and where it stands itself. */
export type Places = { save: string; home: string; here: string }

export type SectionFormProps = {
  /** What the form belongs to: a draft, or a request that it answers. */
  draftId: string
  /** Other addresses than those of a draft. */
  places?: Places
  payload: SectionPayload
  /** What the boxes show before anything was sent. */
  saved: Typed
  start: SectionState
  /** Saves the form as a whole, without a script. */
  send: SendSection
  papers: Readonly<Record<string, ReactNode>>
}

/** The addresses of a section of a draft. */
export function draftPlaces(draftId: string, sectionKey: string): Places {
  return {
    save: `/api/drafts/${draftId}/sections/${sectionKey}`,
    home: `/my/drafts/${draftId}`,
    here: `/my/drafts/${draftId}/${sectionKey}`,
  }
}
