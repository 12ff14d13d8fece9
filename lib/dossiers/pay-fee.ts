import { inTransaction } from '@/db/client'
import { promiseJobs } from '@/db/queries/jobs'
import { findCaseFile } from '@/lib/casework/case-file'
import type { Actor } from '@/lib/identity/actor'
import { type StartRefusal, startPayment } from '@/lib/payments/start'
import { accept, type Result } from '@/lib/shared/result'

export type PayRefusal = StartRefusal | { code: 'not-found' }

/** Sends the dossier's owner to the gateway; the same open order is offered again while it lasts. */
export function payFee(
  actor: Actor,
  wanted: { dossierId: string; locale: 'vi' | 'en'; payerIp: string },
): Promise<Result<{ redirectUrl: string }, PayRefusal>> {
  return inTransaction(async (tx): Promise<Result<{ redirectUrl: string }, PayRefusal>> => {
    const { dossierId } = wanted
    const file = await findCaseFile(tx, actor, { dossierId, right: 'view-payment' })
    if (!file.ok) return file
    // The gateway compares the order's times with its own clock: real time, not the law's.
    const started = await startPayment(tx, { ...wanted, at: new Date() })
    if (!started.ok) return started
    await promiseJobs(tx, started.value.jobs)
    return accept({ redirectUrl: started.value.redirectUrl })
  })
}
