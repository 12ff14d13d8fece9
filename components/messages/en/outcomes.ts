import type { MessagesOf } from '../messages-of'
import type { outcomes as vi } from '../vi/outcomes'

export const outcomes = {
  reasons: 'Reasons for the refusal',
  reasonsHint: 'Choose at least one that rests on a clause of law.',
  words: 'What exactly, so that the applicant understands and can mend it',
  wordsHint: 'Printed on the refusal slip (form 03) and shown on the applicant’s page.',
  refuseIntake: {
    title: 'Refuse at intake',
    effect:
      'The dossier ends. The refusal slip (form 03) is signed and sent; a fee that was paid becomes a refund request.',
    button: 'Refuse at intake',
  },
  propose: {
    title: 'Propose to the head of division',
    effect:
      'To grant: the draft licence is made from the answers. To refuse: reasons and their clauses are required.',
    onlyRefuse: 'This dossier can only be proposed for refusal.',
    decision: 'Proposal',
    decisions: { grant: 'Grant the licence', refuse: 'Do not grant, answer in writing' },
    opinion: 'Appraisal opinion',
    button: 'Propose to the head',
  },
  approve: {
    proposed: 'Proposed not to grant, for these reasons',
    title: 'Approve the refusal',
    effect: 'The desk signs the refusal slip (form 03) with exactly these reasons and sends it.',
    comment: 'Comment',
    codeHint: 'A code to your office telephone, good for this approval only.',
    button: 'Approve the refusal',
  },
  release: {
    title: 'Sign and send the refusal',
    effect:
      'The refusal slip (form 03) is signed with your certificate; it is the result and goes out inside the limit.',
    button: 'Sign and send',
  },
  correction: {
    openTitle: 'Correct a wrong result',
    openEffect:
      'The agency corrects it within 3 working days at its own cost. The issued one stays in the register until it is replaced.',
    openButton: 'Open the correction',
    foundBy: 'Who found it',
    finders: { agency: 'The agency', applicant: 'The applicant' },
    reason: 'What is wrong',
    proposeTitle: 'Correct the licence and propose it again',
    proposeEffect:
      'Correct only the lines that were printed wrong. What the applicant declared stays as it is; the correction is kept beside it.',
    why: 'Ground of the correction',
    proposeButton: 'Propose the corrected licence',
    panel: 'Correction of the result',
    opened: 'Opened {at}: {reason}',
    replaced: '{label}: “{was}” becomes “{now}”',
  },
  handOver: {
    title: 'Hand over at the counter or by post',
    effect: 'The electronic result is always on the applicant’s page.',
    early: 'The result is earlier than the promised {date}; the applicant has been told.',
    paperWanted: 'The applicant wants a paper copy too.',
    paperNotWanted: 'The applicant asked for no paper copy.',
    via: 'How',
    receiver: 'To whom',
    receiverName: 'Name of the receiver',
    shown: 'What the receiver showed',
    shownHint:
      'The receipt, or an identity paper if it is lost; a proxy brings a written authority.',
    identityNumber: 'Number of the identity paper shown',
    identityHint: 'Kept encrypted',
    originals: 'Originals given back',
    postNumber: 'Postal number',
    button: 'Record the hand-over',
    options: {
      counter: 'At the counter',
      post: 'By post',
      owner: 'The owner',
      proxy: 'A proxy',
      receipt: 'The receipt slip',
      'identity-paper': 'An identity paper',
      authority: 'A written authority',
    },
    panel: 'Handed over',
    lines: {
      online: '{at}: opened online by the owner',
      counter: '{at}: at the counter to {name}',
      post: '{at}: by post to {name}, number {number}',
    },
    originalsBack: 'Originals given back: {what}',
  },
  transfer: {
    offerTitle: 'Send the dossier to the competent agency',
    offerEffect:
      'A signed transfer slip goes with it. Your agency answers until the other one confirms; the due date stays.',
    offerButton: 'Send the dossier',
    to: 'Receiving agency',
    reason: 'Reason',
    takeTitle: 'Take the dossier',
    takeEffect: 'Your agency decides this dossier by the date already promised.',
    takeButton: 'Take the dossier',
    declineTitle: 'Decline',
    declineEffect: 'The dossier stays with the sender, with your reason.',
    declineButton: 'Return to the sender',
    panel: 'Transfer',
    line: '{at}: {from} to {to}, {state}',
    states: { offered: 'not confirmed yet', taken: 'taken', declined: 'declined' },
    waiting: 'Your dossier is on its way to {to}',
    waitingText:
      'It belongs to {to}. {from} answers for it until the other agency confirms; the due date stays. You need not do anything.',
  },
  fee: {
    title: 'Ask for a fee',
    effect: 'The limit stands until the applicant has paid.',
    which: 'The fee set by law',
    button: 'Ask for the fee',
    todo: 'Pay {amount} so that the work can go on. The limit stands still meanwhile.',
  },
  refused: {
    title: 'Result: the licence is not granted',
    titleIntake: 'The dossier was not accepted',
    open: 'Get the refusal slip (form 03)',
    slipComing: 'The refusal slip is being signed; reload in a few seconds.',
    refund: 'The fee you paid has become a refund request.',
    again: 'Filing again: mend what the reasons say and file a new dossier at any time.',
    againLink: 'File a new dossier',
    complain:
      'If you disagree, you may complain to {agency} within 90 days of receiving this slip, or go to court.',
  },
  correctedTodo:
    'The earlier licence held an error of the authority and is replaced by this one. It costs you nothing.',
} as const satisfies MessagesOf<typeof vi>
