import type { MessagesOf } from '../messages-of'
import type { track as source } from '../vi/track'

export const track = { title: '' } as const satisfies MessagesOf<typeof source>
