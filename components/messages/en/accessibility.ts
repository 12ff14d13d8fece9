import type { MessagesOf } from '../messages-of'
import type { accessibility as source } from '../vi/accessibility'

export const accessibility = { title: '' } as const satisfies MessagesOf<typeof source>
