import type { Closing } from '@/lib/dossiers/inspections/visit-rules'
import type { OfficeAct } from '@/lib/dossiers/office-act'

/** The act that closes a visit: its finding, and what the minutes say besides. */
export type ClosedVisit = OfficeAct &
  Closing & {
    minutesNumber: string
    /** Who signs for the facility. */
    facility: { name: string; title: string }
    summary: string
    facilityStatement: string
  }
