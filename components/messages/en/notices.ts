export const notices = {
  title: 'Choose your letters',
  lead: 'Every notice stands in “Notices” on the portal. Here you choose what is sent by e-mail as well.',
  open: 'Choose your letters',
  working: 'Saving…',
  byEmail: 'Send by e-mail',
  byEmailHint: 'Notices of a group without a tick stand on the portal alone.',
  topics: {
    'needs-me': 'What you have to do',
    progress: 'Progress of your dossiers',
    results: 'Decisions and results',
    reminders: 'Reminders',
  },
  topicHints: {
    'needs-me':
      'Requests to supplement or correct, fees, visits to the facility. Without them you need to look here yourself so as not to miss a date.',
    progress: 'Dossier arrived, fee paid, officer assigned, supplement received.',
    results: 'Receipt slips, results, refusals, apologies with a new date, stops, refunds.',
    reminders: 'Before the time to supplement ends.',
  },
  locale: 'Language of the letters',
  always:
    'Codes and letters about drafts that are about to end are always sent, since they do not stand in “Notices”. Text messages stay as they are.',
  save: 'Save the choice',
  done: {
    saved: 'Your choice is saved',
    sent: 'A code was sent. Enter it from the letter.',
    confirmed: 'The e-mail address is confirmed',
    forgotten: 'Letters go to the address in each dossier',
  },
  address: {
    title: 'Where letters go',
    confirmed: 'Letters about all your dossiers go to {email} (confirmed).',
    unconfirmed:
      'Letters go to the contact address in each dossier. You can choose one address for all of them; it is used once you have entered the code sent there.',
    label: 'E-mail address',
    hint: 'For example: name@example.vn',
    send: 'Send a code',
    code: 'Code',
    codeHint: 'Six digits from the letter to {email}, valid for ten minutes.',
    confirm: 'Confirm the address',
    forget: 'Do not use this address any more',
    refused: {
      'bad-address': 'This is no e-mail address. Write it like name@example.vn.',
      'too-many-codes': 'You asked for many codes. Please wait an hour and try again.',
      'code-wrong': 'The code is not right. Please look at the letter again.',
      'code-expired': 'The code has expired. Please send a new one.',
      'too-many-attempts': 'Too many wrong tries. Please send a new code.',
    },
  },
  leave: {
    title: 'Stop letters',
    ask: 'Stop e-mail letters of the group “{topic}”?',
    yes: 'Stop them',
    done: 'You no longer receive letters of the group “{topic}”',
    stays: 'These notices still stand in “Notices” on the portal.',
    all: 'Choose among all letters (signed in)',
  },
} as const
