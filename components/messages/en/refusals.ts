export const refusals = {
  title: 'Not done',
  'not-found': 'This dossier does not exist, or you may not see it.',
  'not-permitted':
    'You may not do this on this dossier. Who appraises, reviews, signs and seals must be four different people.',
  'illegal-event':
    'The dossier has moved on; somebody may have just handled it. What you typed is still here; look at the history first.',
  'changed-meanwhile':
    'Somebody changed the dossier while you were looking at it. What you typed is still here; look at the change, then send again.',
  'step-up-required': 'This needs a confirmation code. Ask for a code, then type it in.',
  'code-wrong': 'The confirmation code is not right. Look at the newest message.',
  'code-expired': 'The confirmation code has expired. Ask for a new one.',
  'code-used': 'The confirmation code was used already. Ask for a new one.',
  'too-many-attempts': 'Too many wrong tries. Ask for a new code.',
  'draft-changed': 'The draft has changed since you opened the page. Read the new one, then sign.',
  'file-changed': 'The signed file is not the one you are looking at. Reload the page.',
  'not-a-case-officer': 'The person chosen is not a case officer of this agency.',
  'minutes-in-the-future': 'The date of the minutes cannot lie after today.',
  'minutes-before-acceptance': 'The date of the minutes cannot lie before acceptance.',
  'unknown-checklist-item': 'The checklist has changed. Reload the page.',
  'checklist-open': 'Not yet: some items of the checklist have no verdict.',
  'checklist-failed': 'The licence cannot be proposed: a required item is not met.',
  'no-minutes': 'Not yet: the minutes of the site inspection are not recorded.',
  'inspection-not-passed': 'The licence cannot be proposed: the minutes do not say passed.',
  'invalid-input': 'Something is missing or wrong in what you typed. Look at the fields below.',
  'invalid-field': 'Fill this in again: empty, too short or not in the right form.',
  'no-phone': 'Your account has no office telephone for the code. Ask your administrator.',
  'too-many-codes': 'You asked for too many codes. Wait a few minutes and try again.',
} as const
