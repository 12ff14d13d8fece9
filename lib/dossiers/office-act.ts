import type { Actor } from '@/lib/identity/actor'

/** What every act of an officer carries: who, on which dossier, on which version of it, when by the law's clock. */
export type OfficeAct = {
  actor: Actor
  dossierId: string
  expectedVersion: number
  at: Date
}
