import type { MessagesOf } from '../messages-of'
import type { track as source } from '../vi/track'

export const track = {
  title: 'Track a dossier',
  lead: 'See how far a dossier has come, without signing in.',
  label: 'Dossier code or submission reference',
  hint: 'For example H26.15-261123-0007. It is on the receipt slip or in the confirmation message.',
  action: 'Track',
  empty: 'Enter a dossier code or a submission reference.',
  resultTitle: 'Dossier {reference}',
  progress: 'Degree of completion',
  finished: 'Completed',
  more: 'For the current step, the date of the result and what you have to do, sign in with the account that filed it.',
  signIn: 'Sign in for details',
  noneTitle: 'No dossier has the code {reference}',
  noneBody:
    'Compare it with the receipt slip: the code has three parts with hyphens between. A dossier just filed has the submission reference of the confirmation message.',
} as const satisfies MessagesOf<typeof source>
