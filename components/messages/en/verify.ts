import type { MessagesOf } from '../messages-of'
import type { verify as source } from '../vi/verify'

export const verify = { title: '' } as const satisfies MessagesOf<typeof source>
