import { keyedHash, sameText } from '@/lib/server/keyed-hash'
import { isId } from '@/lib/shared/ids'
import { isTopic, type Topic } from './topics'

const PURPOSE = 'unsubscribe'

/** Who leaves which group of letters. */
export type Leaving = { personId: string; topic: Topic }

/**
 * What stands in the link of a letter. It says nothing that can be guessed at and opens nothing but this
 * one switch; it does not end, for a letter may be read years later (RFC 8058).
 */
export function unsubscribeToken({ personId, topic }: Leaving): string {
  return `${personId}.${topic}.${signatureOf({ personId, topic })}`
}

/** Whose link it is; missing when it was not made here. */
export function readUnsubscribeToken(token: string): Leaving | undefined {
  const [personId = '', topic = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isId(personId) || !isTopic(topic)) return undefined
  return sameText(signature, signatureOf({ personId, topic })) ? { personId, topic } : undefined
}

function signatureOf({ personId, topic }: Leaving): string {
  return keyedHash(PURPOSE, `${personId}.${topic}`)
}
