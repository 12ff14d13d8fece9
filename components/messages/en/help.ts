/** How to use the portal, step by step, and what people ask most; and the page of all pages. */
export const help = {
  title: 'Guide and frequent questions',
  lead: 'From finding a procedure to holding its result, without a journey.',
  siteMapTitle: 'Site map',
  siteMapLead: 'All public pages and all procedures of this portal.',
  pages: 'General pages',
  stepsTitle: 'Six steps',
  steps: {
    find: 'Find the procedure in your own words. Its page names conditions, papers, fee and time limit.',
    prepare:
      'Answer a few questions under “Prepare” and see exactly which papers and which fee your case needs. No sign-in is asked.',
    apply:
      'Sign in with the electronic identity and fill in one section after the other. The draft is saved as you type; what is known already is filled in, with its source.',
    pay: 'Check, send, and pay online where there is a fee. You get a reference at once.',
    follow:
      'Follow it on “My dossiers” or by its code. When the authority needs something from you, that stands first and comes by e-mail.',
    receive:
      'Receive the result here as a digitally signed PDF. Anybody can verify it by the code printed on it.',
  },
  questionsTitle: 'Frequent questions',
  questions: {
    account: 'Do I have to open an account?',
    organisation: 'How do I apply for a company or a clinic?',
    unfinished: 'The power, the network or the sign-in went while I was writing. Do I start again?',
    again: 'I have applied before. Do I declare and upload everything again?',
    doubts: 'The portal says that some points are worth a second look. May I send it?',
    clock: 'From when does the time limit run?',
    supplement: 'The authority asks for a supplement. What do I do?',
    withdraw: 'I want to change or withdraw what I sent.',
    late: 'The date has passed and there is no result.',
    fee: 'When is a fee paid back?',
    result: 'Does the electronic result stand in for paper? Where is it verified?',
    data: 'Who can see what I declare?',
  },
  answers: {
    account:
      'No. You sign in with the electronic identity. Procedures, preparing, dates, tracking and verifying need no sign-in.',
    organisation:
      'Its representative signs in with their own electronic identity and chooses the organisation on “For whom do you act?”. On “My organisation” they invite preparers, the professional in charge, an accountant or a consultant.',
    unfinished:
      'No. The draft is saved while you type and kept for 90 days from the last change. Two weeks before the end a letter says so; after it you have 30 days to bring it back.',
    again:
      'No. When you begin, choose a licence or an earlier dossier: answers and papers that still serve are filled in, and you only check and change them.',
    doubts:
      'Yes. Missing papers and wrong formats have to be put right first; matters of substance only warn, with the clause. You read them, tick the box and send; the officer sees that you were told.',
    clock:
      'From the moment the one-door unit accepts a complete dossier. The receipt names the date; days off and holidays are left out as the rules say. You can work the date out here.',
    supplement:
      'You see exactly what is asked for, with reason and clause, and change only that. While the authority waits for you, the clock stands still. Reminders come on days 5, 10 and 13; after 15 days without an answer the dossier may be closed, and you can file again with the same files.',
    withdraw:
      'Until there is a decision you can do both on the page of the dossier. Every change is kept for the officer to see.',
    late: 'The authority owes you a letter of apology with a new date. The delay stays in the record, nobody can remove it, and you see it on the page of the dossier.',
    fee: 'When a dossier is refused at intake, what was paid is proposed for refund; otherwise the rules of the fee decide. The page of the dossier says how far a refund is.',
    result:
      'The result is a PDF with the digital signatures of the person who signed and of the authority. Keep the file; do not print and scan it. Anybody can verify it by its code, or by uploading the file.',
    data: 'You, whoever you authorise, and the officers who work on the dossier. Each time an officer looks you up is recorded for you to see.',
  },
  more: {
    clock: 'Work out the date',
    result: 'Verify a licence',
    data: 'Privacy',
  },
  otherTitle: 'No answer here?',
  other:
    'The deciding authority and how to reach it stand on the page of the procedure and on every dossier. If you use a screen reader or the keyboard alone, see “Accessibility”.',
} as const
