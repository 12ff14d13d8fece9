import { currentActor } from '@/app/_server/current-actor'
import type { PersonActor } from '@/lib/identity/actor'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { isFromOwnPage } from './same-origin'

/**
 * Who uploads. Asked in the handler itself, since uploads go round proxy.ts; and only pages of this
 * portal may send them.
 */
export async function uploader(
  request: Request,
): Promise<Result<PersonActor, { code: 'signed-out' } | { code: 'foreign-page' }>> {
  if (request.method !== 'GET' && !isFromOwnPage(request.headers)) {
    return refuse({ code: 'foreign-page' })
  }
  const actor = await currentActor()
  return actor ? accept(actor) : refuse({ code: 'signed-out' })
}
