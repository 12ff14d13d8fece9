/** The applicant's papers on file, and choosing among them. */
export const store = {
  title: 'Papers on file',
  lead: 'Results issued through this portal and papers that you filed. For a new dossier you choose among them instead of sending them again.',
  none: 'Nothing yet. The papers of filed dossiers and issued results will be here.',
  caption: 'Papers on file',
  what: 'Paper',
  from: 'Dossier',
  proofTitle: 'Source',
  standingTitle: 'Standing',
  usesTitle: 'Used again',
  named: '{name} no. {number}',
  ofDossier: 'dossier {reference} ({subject})',
  until: 'valid until {date}',
  uses: '{count, plural, =0 {Not yet} one {In # other dossier} other {In # other dossiers}}',
  proof: {
    issued: 'Issued on {date}, digitally signed',
    recorded: 'Recorded by the agency, paper of {date}',
    uploaded: 'Uploaded by you on {date}',
  },
  standing: {
    usable: 'Usable',
    ended: 'Ended',
    suspended: 'Suspended',
    revoked: 'Revoked',
  },
  choose: {
    title: 'Choose a paper on file',
    lead: 'For: {paper}',
    fitting: 'Papers of this kind',
    others: 'Other papers on file',
    none: 'Nothing on file can be used here.',
    take: 'Use this paper',
    working: 'Fetching…',
    back: 'Back without choosing',
  },
  refused: {
    'nothing-chosen': 'Choose a paper',
    'not-usable': 'This paper can no longer be used. Choose another one, or upload a file.',
    'does-not-fit': 'This place takes no such paper: too many files, or another kind of file.',
    'not-copied':
      'This paper could not be copied just now. Your application is unchanged. Try again in a few minutes, or upload the file.',
  },
}
