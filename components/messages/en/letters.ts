import type { MessagesOf } from '../messages-of'
import type { letters as vi } from '../vi/letters'

export const letters = {
  channels: { online: 'online', counter: 'at the counter', post: 'by post' },
  ask: {
    title: 'Ask for an extension',
    effect:
      'Due on {due}. The letter of apology (form 04) must be signed by the end of {lastDay}; after that no extension is lawful. Once for a dossier.',
    reason: 'Reason, as the applicant will read it',
    reasonHint: 'Name what is not done yet; nothing about other people.',
    toDay: 'New date',
    button: 'Ask for an extension',
  },
  apply: {
    title: 'Change the date to that of the letter',
    effect: 'The leader extended from {from} to {to}. The applicant is told at once.',
    button: 'Change the date to {to}',
  },
  enterStop: {
    title: 'Enter a request to stop',
    effect:
      'For a request made at the counter or by post. The clock stands; the leader signs the stop notice (form 05).',
    channel: 'The request came',
    reason: 'Reason given, if any',
    button: 'Record the request to stop',
  },
  extension: {
    asked: 'Extension asked to {day}',
    gate: 'Due on {due}. To be signed by the end of {lastDay}.',
    declined: 'The leader declined to extend: {reason}',
    tooLate: 'Too late to extend',
    tooLateHint:
      'The letter must be signed at the latest one day before the due date. From now on the delay is a breach and stands on record; go on with the work and send an apology.',
  },
  lookDraft: 'See the letter to be signed (PDF)',
  grant: {
    title: 'Sign the apology and extension (form 04)',
    effect:
      'You sign exactly what you see, number and date still empty; the clerk numbers and seals it; the desk changes the date.',
    button: 'Sign and extend',
  },
  decline: {
    title: 'Decline the extension',
    effect: 'The date stands. The unit reads the reason and may ask anew.',
    reason: 'Reason',
    button: 'Decline',
  },
  declined: 'Recorded: the extension was declined.',
  stop: {
    asked: 'The applicant asked to stop at {at}, {channel}',
    noReason: 'No reason was given; the law asks for none.',
  },
  confirmStop: {
    title: 'Sign the stop notice (form 05)',
    effect:
      'The dossier stops as its owner asked. Fee and papers go as the notice says; the clerk numbers and seals it afterwards.',
    button: 'Sign and stop',
  },
  seal: {
    waiting: '{letter}: signed, waits for number and seal',
    title: 'Number, date and seal the letter',
    effect: 'The next number of the series and today’s date are given, then the agency’s seal.',
    button: 'Number and seal the letter',
  },
  apology: {
    title: 'Send an apology',
    effect:
      'The dossier is overdue. There is one apology for each delay: where the automatic one has gone, your reason and expected day are added to that notice and no second message is sent. The legal date stands and the breach stays on record.',
    reason: 'Reason, as the applicant will read it',
    expectedOn: 'Result expected on',
    button: 'Send the apology',
  },
  apologySent: 'The apology was sent to the applicant.',
  list: {
    title: 'Letters waiting for number and seal',
    link: 'Letters to seal',
    empty: 'No letter waits for number and seal.',
    letter: 'Letter',
    askedAt: 'Drawn up',
  },
  own: {
    title: 'Your date was extended',
    granted:
      '{agency} apologises. The date {from} is extended to {to}; the desk will change it in the system.',
    applied: '{agency} apologises. The date {from} was extended to {to}.',
    reason: 'Reason: {reason}',
    letter: '{kind} no. {number}',
    kinds: {
      'extension-letter': 'Letter of apology and extension (form 04)',
      'stop-notice': 'Stop notice (form 05)',
    },
    endTitle: 'Withdraw or stop',
    withdrawHint: 'The dossier is not accepted yet: you may withdraw it at any time.',
    withdrawLink: 'Withdraw the dossier',
    stopHint: 'You may ask to stop until a decision exists.',
    stopLink: 'Ask to stop',
    decided: 'A decision exists, so the dossier cannot be stopped any more.',
    asked: 'Your request to stop waits for the leader’s notice.',
  },
  verified: {
    title: 'This letter was issued by the agency',
    facts: '{letter}, issued by {agency} on {day}.',
    file: 'To check its signatures and content, upload the PDF file beside.',
  },
  withdraw: {
    title: 'Withdraw the dossier',
    lead: 'Dossier {reference} ends at once and is not worked on. You may file anew with the same papers.',
    effect: 'This cannot be undone.',
    button: 'Withdraw this dossier',
  },
  request: {
    title: 'Ask to stop',
    lead: 'The agency’s leader will sign the stop notice for dossier {reference} (form 05). Until then you can take the request back.',
    effect: 'The agency may refuse only when a decision exists (Decree 118/2025 Art. 21).',
    button: 'Ask to stop',
  },
  fee: {
    none: 'You have paid no fee for this dossier.',
    'refund-requested':
      'The fee you paid is booked as owed back; the refund request awaits the agency’s decision.',
    kept: 'The appraisal fee is not given back, because the appraisal has begun.',
  },
  reason: 'Reason, if you wish to give one',
  back: 'Back to the dossier',
  cancel: {
    title: 'Take the request to stop back',
    effect: 'Work on the dossier goes on where it stood.',
    button: 'Take the request back',
  },
  sending: 'Sending…',
} satisfies MessagesOf<typeof vi>
