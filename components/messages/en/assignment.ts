import type { MessagesOf } from '../messages-of'
import type { assignment as vi } from '../vi/assignment'

export const assignment = {
  load: '{name}, {division}: {load} dossiers in hand',
  suggested: '{officer} (suggested)',
  claim: {
    title: 'Take the dossier',
    effect: 'It goes on your list and into appraisal.',
    button: 'Take it',
  },
  giveBack: {
    title: 'Give back',
    effect: 'The dossier leaves your list and waits for somebody else.',
    reason: 'Why you give it back',
    button: 'Give back',
  },
  takeOver: {
    title: 'Take over',
    effect: 'The dossier moves to your list. The reason is kept with it.',
    reason: 'Why you take it over',
    button: 'Take over',
  },
  conflict: {
    title: 'Declare an interest',
    effect:
      'From then on you will not see this dossier anywhere, and you cannot take the declaration back. If it lies on your desk, it waits for somebody else.',
    reason: 'The interest or relation',
    button: 'Declare and leave',
    done: 'Your declaration is recorded. The dossier is no longer shown to you.',
  },
} as const satisfies MessagesOf<typeof vi>
