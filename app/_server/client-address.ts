import { headers } from 'next/headers'

/**
 * The network address of the caller, as the nearest proxy saw it: the last one in the list, since
 * everything before it is the caller's own word.
 */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for') ?? ''
  return forwarded.split(',').at(-1)?.trim() || 'unknown'
}
