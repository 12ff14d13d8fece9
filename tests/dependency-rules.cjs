const { readdirSync } = require('node:fs')

// Rooms of lib, lowest first. A room may import itself and rooms on lower floors only.
const FLOORS = [
  ['shared'],
  ['server'],
  ['workflow', 'deadlines', 'ledger'],
  ['procedures'],
  [
    'identity',
    'files',
    'documents',
    'signing',
    'payments',
    'notifications',
    'registry',
    'statistics',
    'exchange',
  ],
  ['casework'],
  ['reuse'],
  ['drafts', 'dossiers', 'licences', 'verification', 'administration'],
  // The applicant's turn joins both sides: what the office asked for, and the form that answers it.
  ['supplements', 'letters', 'workspace'],
  ['jobs', 'cli'],
]
const SHOWN = '^lib/(shared|workflow|deadlines|procedures)/'
const PURE = '^lib/(shared|workflow|deadlines|ledger|procedures)/'
const rooms = (floors) => `^lib/(${floors.flat().join('|')})/`

// A room that no floor names would be unguarded.
const unnamed = readdirSync('lib').filter((room) => !FLOORS.flat().includes(room))
if (unnamed.length > 0) throw new Error(`no floor in tests/dependency-rules.cjs for: ${unnamed}`)

const rule = (name, from, to) => ({ name, severity: 'error', from, to })

const floorRules = FLOORS.flatMap((floor, height) =>
  floor.map((room) =>
    rule(
      `floor-of-${room}`,
      { path: `^lib/${room}/` },
      { path: rooms(FLOORS.slice(height)), pathNot: `^lib/${room}/` },
    ),
  ),
)

module.exports = {
  forbidden: [
    rule('no-circle', {}, { circular: true }),
    rule('everything-resolves', {}, { couldNotResolve: true }),
    rule(
      'lib-knows-no-framework',
      { path: '^(lib|db)/' },
      { path: '^(app|components)/|node_modules/(next|next-auth|react|react-dom|use-intl)/' },
    ),
    rule(
      'pure-rooms-stay-pure',
      { path: PURE },
      { path: '^db/|node_modules/(pdf-lib|nodemailer)/' },
    ),
    rule('what-components-see-runs-anywhere', { path: SHOWN }, { dependencyTypes: ['core'] }),
    rule('what-components-see-knows-no-server', { path: SHOWN }, { path: '^lib/server/' }),
    rule(
      'sql-lives-in-db',
      { path: '^(app|components|lib)/' },
      { path: 'node_modules/(drizzle-orm|postgres|pg)/' },
    ),
    rule('db-sees-no-service', { path: '^db/' }, { path: '^lib/', pathNot: PURE }),
    rule('pages-do-not-query', { path: '^(app|components)/' }, { path: '^db/' }),
    rule(
      'components-see-pure-rooms-only',
      { path: '^components/' },
      { path: '^lib/', pathNot: SHOWN },
    ),
    rule('components-see-no-page', { path: '^components/' }, { path: '^app/' }),
    rule('no-test-code-in-product', { pathNot: '^tests/' }, { path: '^tests/' }),
    ...floorRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
