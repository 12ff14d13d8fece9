import type { MessagesOf } from '../messages-of'
import type { errors as source } from '../vi/errors'

export const errors = {
  notFoundTitle: 'This page could not be found',
  notFoundBody:
    'The address may have changed or be incomplete. Dossiers and data that you saved are not affected.',
  notFoundSearch: 'Find a procedure',
  notFoundTrack: 'Track a dossier by its code',
  notFoundHome: 'Go to the home page',
  brokenTitle: 'This page has a problem',
  brokenBody:
    'The problem is on our side and has been recorded. What you saved is still there. Try again; if it persists, send the code below to support.',
  brokenReference: 'Error code: {digest}',
  retry: 'Try again',
} as const satisfies MessagesOf<typeof source>
