export const draft = {
  start: {
    title: 'Apply: {procedure}',
    lead: 'See what is needed, then begin. You can stop at any time: the draft is kept.',
    button: 'Begin the application',
    another: 'Begin a new application',
    working: 'Opening…',
    drafts: 'You have a draft of this procedure',
    resume: 'Go on with the draft saved {at}',
    papers: 'Papers needed',
    papersHint: 'Depending on your answers this list may become shorter.',
    from: 'Which licence or dossier do you begin from?',
    fromHint:
      'Answers and papers on file are filled in, each with where it came from. You check and change them before filing.',
    fromResult: '{type} no. {number} – {subject}',
    fromResultHint: 'Issued on {date}, dossier {reference}',
    fromDossier: '{procedure} – {subject}',
    fromDossierHint: 'Filed on {date}, dossier {reference}',
    fromNothing: 'From no earlier dossier',
    fromNothingHint: 'Only what is known of the applicant is filled in.',
    suspendedTitle: 'Online applications for this procedure are suspended',
  },
  tasks: {
    title: 'Application in progress',
    saved: 'Last saved {at}',
    actingSelf: 'You make this application for yourself.',
    actingFor: 'You make this application for {name}.',
    progress: '{done} of {count} parts done',
    sections: 'Parts of the application',
    status: { 'not-started': 'Not begun', 'in-progress': 'In progress', done: 'Done' },
    missing: '{count, plural, one {# place to fill in} other {# places to fill in}}',
    review: 'Check and send',
    reviewHint: 'Read everything again before you send it.',
    reviewReady: 'Ready',
    reviewWait: 'Not complete',
    continue: 'Go on: {section}',
    fee: 'Fee so far',
    feeUnsure: 'amount to be confirmed',
    feeNone: 'No fee',
    feeHint: 'The fee follows from your answers and is paid after sending.',
    agency: 'Decided by',
    agencyUnknown: 'Follows from the place of the facility',
    papers: 'Papers',
    papersCount: '{have} of {count} required papers are there',
    discard: 'Delete the draft',
    discardTitle: 'Delete this draft?',
    discardBody:
      'All answers and uploaded files of the draft “{procedure}” will be deleted for good.',
    discardYes: 'Delete for good',
    discardNo: 'Keep it',
    notFoundTitle: 'This draft was not found',
    notFoundBody:
      'The draft may have been deleted or sent, or it belongs to another person or organisation. If you represent an organisation, check for whom you act.',
    notFoundCapacity: 'Act for somebody else',
    notFoundHome: 'My dossiers',
  },
  news: {
    title: 'The form of this procedure has changed',
    body: 'New rules came into force after you began this draft. It has been moved to the new form, and every answer that still fits is kept. What differs is marked “New” or “Changed”:',
    new: 'New: {questions}',
    changed: 'Changed: {questions}',
    fee: 'The rules on fees have changed.',
    timeLimit: 'The rules on the time limit have changed.',
    read: 'I have seen this, remove the marks',
    countNew: '{count, plural, one {# new place} other {# new places}}',
    countChanged: '{count, plural, one {# changed place} other {# changed places}}',
    leftTitle: 'Earlier content that the new form does not use',
    leftBody:
      'This is not sent with the application. It is kept here so that you can copy it if you need to.',
    leftDrop: 'Let go of this content',
    why: {
      'answer-removed': 'no longer asked',
      'answer-unfit': 'not valid under the new form',
      'paper-removed': 'paper no longer needed',
      'paper-unfit': 'paper no longer fits',
    },
  },
  review: {
    title: 'Check before sending',
    lead: 'Read it as you would read the printed form. Press “Change” on a line to correct it.',
    printForm: 'See the form as a PDF (draft, in Vietnamese)',
    edit: 'Change',
    missingTitle:
      '{count, plural, one {# place to complete} other {# places to complete}} before sending',
    missingMore: '{count, plural, one {and # more} other {and # more}}',
    ready: 'All answers and papers are there',
    warningsTitle: '{count, plural, one {# point} other {# points}} worth a second look',
    warningsBody:
      'These points do not keep you from sending, but the officer will ask about them. Putting them right now saves a supplement later.',
    contradictionsTitle: '{count, plural, one {# contradiction} other {# contradictions}}',
    basis: 'Basis: {text}',
    empty: 'Not filled in',
    noFile: 'No file yet',
    fee: 'Fee to pay',
    feeTotal: 'Total',
    feeLater: 'After sending you are led to the payment page.',
    feeFree: 'There is no fee for this application.',
    exempt: 'Exempt: {name}',
    reduced: 'reduced by {legal}',
    maybeReduced: 'may be reduced by {legal}; the rate is not confirmed',
    agency: 'The application goes to {agency}.',
    place: {
      receiver: 'Place of filing',
      receiverHint:
        'Choose another one if you file at its counter. It passes the dossier on; the time limit counts from the arrival at the deciding agency.',
      competent: 'The deciding agency ({agency})',
      support: 'Where you were helped to file',
      supportHint: 'For example a public service centre or a ward office.',
      optional: 'if any',
    },
    declarationTitle: 'Before you send',
    declaration:
      'By pressing “Send the application” you confirm that what is declared above is true, and you answer before the law for the content and accuracy of the information and papers.',
    dataNotice:
      'Personal data in the application are used only to handle this procedure and as the rules on archives require.',
    dataNoticeLink: 'Notice on personal data',
    signedBy: 'Sent by: {name}, signed in by electronic identity.',
    signedFor: 'On behalf of {name}.',
    insists:
      '{count, plural, one {I have read the # point worth a second look at the top of the page and still want to send} other {I have read the # points worth a second look at the top of the page and still want to send}}',
    insistsHint: 'The officer sees these points, and that you were told of them.',
    insistsFirst:
      'Read the points at the top of the page, then tick this box; or change the application.',
    insistsAgain:
      'The points worth a second look have changed since you ticked the box. Read them again at the top of the page, then tick it anew.',
    submit: 'Send the application',
    submitting: 'Sending…',
    submitBlocked: 'It cannot be sent yet: please complete the places named at the top.',
    refused: {
      title: 'The application was not sent',
      'doubts-unread':
        'Some points are worth a second look. You may send it all the same: read them at the top of the page, then tick the box below.',
      incomplete:
        'Something is still missing. Everything is saved; please complete the places below.',
      'not-found':
        'This draft was not found, or you changed for whom you act. Nothing has been sent.',
      'procedure-suspended':
        'Online applications are suspended: {reason}. The draft is kept as it is; you can send it when the procedure opens again.',
      'procedure-not-in-force':
        'This procedure is no longer in force and takes no new applications. The draft is kept for you to read.',
      'procedure-changed':
        'The rules of the procedure changed while you were writing. The draft is kept; please look at the parts again and then send it.',
      'agency-not-found':
        'The deciding agency could not be found from the place of the facility. Please check its address. The draft is kept as it is.',
      'elsewhere-not-allowed':
        'This procedure is filed with the deciding agency alone. Your draft is kept; choose the place again.',
      'receiver-unknown':
        'The place you chose receives no dossiers now. Your draft is kept; choose another one.',
      'approval-needed':
        'The representative has not approved this. The draft is kept; ask for approval before filing.',
      'approval-dropped':
        'The draft was changed after the representative approved it, so it cannot be filed on that approval. Ask again.',
      'key-used-otherwise':
        'This attempt does not fit the draft. The draft is kept as it is; please press “Send the application” again.',
    },
  },
} as const
