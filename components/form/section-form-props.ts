import type { ReactNode } from 'react'
import type { SectionPayload } from '@/components/form/section-payload'
import type { SectionState, SendSection } from '@/components/form/section-state'
import type { Typed } from '@/components/form/typed'

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
