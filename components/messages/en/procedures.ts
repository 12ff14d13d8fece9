import type { MessagesOf } from '../messages-of'
import type { procedures as source } from '../vi/procedures'

export const procedures = { title: '' } as const satisfies MessagesOf<typeof source>
