import type { Act, ActField } from '@/components/office/act-form'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'

/** The form of one act: what it will do, what it asks, its button. */
export type OfferedForm = {
  act: Act
  title: string
  effect: string
  button: string
  variant?: 'primary' | 'secondary' | 'danger'
  fields?: ActField[]
}

/** Where forms of acts come from: each part of the law brings its own; null when it has none for the event. */
export type ActSource = (event: LicenceEvent, view: OfficeView) => Promise<OfferedForm | null>
