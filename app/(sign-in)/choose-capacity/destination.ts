import { isOfficePath } from '../../_server/safe-path'
import { homeOf } from '../../_server/viewer'

type Kind = Parameters<typeof homeOf>[0]

/** Where to go in a capacity: back, unless that place is for the others. */
export function destination(kind: Kind, returnTo: string | undefined): string {
  const home = homeOf(kind)
  if (!returnTo) return home
  if (kind === 'officer') return /^\/my(?=[/?#]|$)/.test(returnTo) ? home : returnTo
  return isOfficePath(returnTo) ? home : returnTo
}
