import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { PersonActor } from '@/lib/identity/actor'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { type OwnTurn, viewOwnTurn } from '@/lib/supplements/own-turn'
import { requireActor } from './current-actor'

/** The request that waits for the signed-in owner; one that was answered leads back to the dossier. */
export const requireOwnTurn = cache(
  async (dossierId: string, path: string): Promise<{ actor: PersonActor; own: OwnTurn }> => {
    if (!isId(dossierId)) notFound()
    const actor = await requireActor('applicant', path)
    const own = await viewOwnTurn(actor, { dossierId, at: clock.now() })
    if (own.ok) return { actor, own: own.value }
    return own.refusal.code === 'not-found' ? notFound() : redirect(`/my/dossiers/${dossierId}`)
  },
)
