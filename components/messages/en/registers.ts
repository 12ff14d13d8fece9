export const registers = {
  enterprise: 'Register of enterprises',
  population: 'Population database',
  parts: {
    name: 'Name of the organisation',
    tax_code: 'Enterprise or tax code',
    registration_number: 'Registration number',
    legal_representative: 'Legal representative',
    status: 'Standing',
    full_name: 'Full name',
    birth_date: 'Date of birth',
  },
  status: { dissolved: 'is dissolved', suspended: 'has suspended its business' },
  review: {
    title:
      '{count, plural, one {# point differs from the databases of the State} other {# points differ from the databases of the State}}',
    lead: 'This is a question, not a mistake: the databases may be behind. Change your answer, or keep it as declared; the officer will then see both.',
    declared: 'You declare: {text}',
    said: 'The register of enterprises says: {text}',
    otherCode: 'This is not the code of the organisation that you act for.',
    person:
      'According to the population database this does not fit the personal number that was given.',
    change: 'Change',
    orKeep: 'or keep it as declared',
  },
  bench: {
    title: 'Compared with the registers',
    lead: 'For information; the assessment is yours.',
    asking: 'Comparing…',
    ask: 'Compare',
    party: 'as the account says',
    agrees: 'Agrees',
    differs: 'Differs: {parts}',
    'not-found': 'Not found',
    unavailable: 'Not reachable now',
    said: '{part}: the register says “{text}”',
    otherCode: '{part}: the declared code is not the one of the dossier’s owner',
    keptSaid: '{part}: declared “{declared}”, the register of enterprises says “{text}”.',
    keptStatus: 'According to the register of enterprises the organisation {text}.',
    keptCode: '{part}: declared “{declared}”, not the code of the dossier’s owner.',
    keptPerson:
      '{part}: declared “{declared}”, which according to the population database does not fit the personal number.',
  },
} as const
