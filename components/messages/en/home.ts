import type { MessagesOf } from '../messages-of'
import type { home as source } from '../vi/home'

export const home = { title: '' } as const satisfies MessagesOf<typeof source>
