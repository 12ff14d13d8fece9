import type { MessagesOf } from '../messages-of'
import type { privacy as source } from '../vi/privacy'

export const privacy = { title: '' } as const satisfies MessagesOf<typeof source>
