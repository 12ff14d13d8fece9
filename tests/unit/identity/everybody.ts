import type { Actor, LentPowers, PersonActor } from '@/lib/identity/actor'
import type { DossierFacts } from '@/lib/identity/permissions'
import { LICENCE_EVENTS, type LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { MemberRole, OfficerRole } from '@/lib/workflow/roles'
import { applicant, member, officer, representative } from '@/tests/factories/actors'
import { ACTS } from './declared-rights'

export type Case = { name: string; actor: Actor; facts: Partial<DossierFacts> }
/** Somebody in some place, what they should be called in the declaration, and what stands in their way. */
export type Cast = Case & {
  who: readonly string[]
  sees: 'always' | 'once paid' | 'while it can be taken' | 'never'
  /** Letters of acts done by this person, for them, or by the one they stand in for. */
  did?: string
  powerless?: true
}

export const PROCEDURE = 'gphd-specialist-clinic-new'
const ME = 'me'
const LENDER = 'lender'
const SHORT: Record<OfficerRole, string> = {
  deskOfficer: 'desk',
  caseOfficer: 'case',
  headOfDivision: 'head',
  agencyLeader: 'leader',
  recordsClerk: 'clerk',
  cashier: 'cashier',
  administrator: 'administrator',
}

const seesOf = (role: OfficerRole): Cast['sees'] => {
  if (role === 'administrator') return 'never'
  return role === 'cashier' ? 'always' : 'once paid'
}

function lent(role: OfficerRole, events: readonly LicenceEvent[], procedures: string[] = []) {
  const delegation: LentPowers = {
    delegationId: 'paper',
    principalPostId: 'post-of-lender',
    principalPersonId: LENDER,
    principalName: 'Người giao',
    capacity: 'TUQ.',
    events,
    procedures,
  }
  const own = officer(ME, role)
  if (own.capacity.kind !== 'officer') throw new Error('no officer')
  const actor: PersonActor = { ...own, capacity: { ...own.capacity, delegation } }
  return actor
}

/** One officer of a role in every place that makes a difference. */
export function officersOf(role: OfficerRole, event: LicenceEvent): Cast[] {
  const short = SHORT[role]
  const base = { who: [short], sees: seesOf(role) }
  const elsewhere = officer(ME, role, { agencyId: 'syt-79' })
  const desk = role === 'deskOfficer'
  const inCharge = role === 'caseOfficer' ? [short, 'in charge'] : [short]
  const mine = { assigneePostId: `post-of-${ME}` }
  const name = (place: string) => `${short}, ${place}`
  return [
    { ...base, name: name('own agency'), actor: officer(ME, role), facts: {} },
    { ...base, who: inCharge, name: name('assigned'), actor: officer(ME, role), facts: mine },
    { ...base, name: name('other agency'), actor: elsewhere, facts: mine, sees: 'never' },
    {
      name: name('agency it is offered to'),
      actor: elsewhere,
      facts: { transferToAgencyId: 'syt-79' },
      who: desk ? ['desk of the other agency'] : [],
      sees: desk ? 'while it can be taken' : 'never',
    },
    ...elsewhereOf(role),
    {
      ...base,
      name: name('interest declared'),
      actor: officer(ME, role),
      facts: { ...mine, conflictedPersonIds: [ME] },
      sees: 'never',
    },
    ...delegatesOf(role, event).map((cast) => ({ ...base, ...cast })),
    ...performersOf(role, event).map((cast) => ({ ...base, ...cast })),
  ]
}

/** Filed at syt-79 and decided by syt-01: both sides of it, before and after it is passed on. */
function elsewhereOf(role: OfficerRole): Cast[] {
  const receiving = officer(ME, role, { agencyId: 'syt-79' })
  const looksOn = role === 'deskOfficer' || role === 'agencyLeader'
  return (['held', 'passed'] as const).flatMap((filedElsewhere): Cast[] => {
    const facts = { receivingAgencyId: 'syt-79', filedElsewhere }
    const name = (place: string) => `${SHORT[role]}, ${place}, ${filedElsewhere}`
    return [
      {
        name: name('deciding'),
        actor: officer(ME, role),
        facts,
        who: [SHORT[role]],
        sees: seesOf(role),
      },
      {
        name: name('receiving'),
        actor: receiving,
        facts,
        who: role === 'deskOfficer' ? ['receiving desk'] : [],
        sees: looksOn ? 'once paid' : 'never',
      },
      {
        name: name('third agency'),
        actor: officer(ME, role, { agencyId: 'syt-48' }),
        facts,
        who: [],
        sees: 'never',
      },
    ]
  })
}

type Delegate = Case & Pick<Cast, 'powerless'> & { sees?: 'never' }

function delegatesOf(role: OfficerRole, event: LicenceEvent): Delegate[] {
  const name = (place: string) => `delegate of ${SHORT[role]}, ${place}`
  const other = LICENCE_EVENTS.filter((candidate) => candidate !== event)
  const whole = lent(role, [event])
  const never = { sees: 'never' } as const
  return [
    { name: name('with this act'), actor: whole, facts: {} },
    {
      name: name('with this procedure'),
      actor: lent(role, [event], ['another', PROCEDURE]),
      facts: {},
    },
    {
      name: name('with every other act'),
      actor: lent(role, other),
      facts: {},
      powerless: true,
    },
    {
      name: name('with another procedure'),
      actor: lent(role, [event], ['another']),
      facts: {},
      ...never,
    },
    {
      name: name('interest declared'),
      actor: whole,
      facts: { conflictedPersonIds: [ME] },
      ...never,
    },
    {
      name: name('lender in conflict'),
      actor: whole,
      facts: { conflictedPersonIds: [LENDER] },
      ...never,
    },
  ]
}

type Performer = Case & { who: string[]; did: string }

/** Who did something before: themselves, through somebody in their place, or the one they stand in for. */
function performersOf(role: OfficerRole, event: LicenceEvent): Performer[] {
  const mine = { assigneePostId: `post-of-${ME}` }
  const who = role === 'caseOfficer' ? [SHORT[role], 'in charge'] : [SHORT[role]]
  return Object.entries(ACTS).flatMap(([did, acts]) =>
    acts.flatMap((act): Performer[] => {
      const by = (personId: string, forPersonId: string | null = null) => ({
        ...mine,
        performed: [{ event: act, personId, forPersonId }],
      })
      const name = (how: string) => `${SHORT[role]} after ${act}, ${how}`
      const self = officer(ME, role)
      const standIn = lent(role, [event])
      return [
        { did, who, name: name('done oneself'), actor: self, facts: by(ME) },
        { did, who, name: name('done in one’s place'), actor: self, facts: by('other', ME) },
        { did: '-', who, name: name('done by a colleague'), actor: self, facts: by('other') },
        { did, who, name: name('standing in'), actor: standIn, facts: by(ME) },
        { did, who, name: name('lender did it'), actor: standIn, facts: by(LENDER) },
        { did, who, name: name('for the lender'), actor: standIn, facts: by('other', LENDER) },
      ]
    }),
  )
}

const JOB: Actor = { kind: 'system', job: 'some-job' }
/** Who is no officer. */
export const OTHERS: readonly Cast[] = [
  { name: 'owner', actor: applicant('owner'), facts: {}, who: ['owner'], sees: 'always' },
  { name: 'stranger', actor: applicant('stranger'), facts: {}, who: [], sees: 'never' },
  {
    name: 'owning organisation',
    actor: representative('any', 'clinic'),
    facts: { organisationId: 'clinic' },
    who: ['owner'],
    sees: 'always',
  },
  {
    name: 'another organisation',
    actor: representative('owner', 'rival'),
    facts: { organisationId: 'clinic' },
    who: [],
    sees: 'never',
  },
  {
    name: 'submitter for themselves, of an organisation’s dossier',
    actor: applicant('owner'),
    facts: { organisationId: 'clinic' },
    who: [],
    sees: 'never',
  },
  ...membersOf('preparer', ['filing member']),
  ...membersOf('consultant', ['filing member']),
  ...membersOf('accountant', []),
  ...membersOf('professional', []),
  { name: 'job', actor: JOB, facts: {}, who: ['job'], sees: 'always' },
]

/** A member of an organisation in every place that makes a difference; `who` they are with leave to file. */
function membersOf(role: MemberRole, who: string[]): Cast[] {
  const facts = { organisationId: 'clinic' }
  const sees = role === 'professional' ? ('never' as const) : ('always' as const)
  const name = (place: string) => `${role} of the organisation, ${place}`
  const covered = { procedures: ['another', PROCEDURE], mayFile: true }
  return [
    { name: name('with leave to file'), actor: member('m', role, covered), facts, who, sees },
    { name: name('without it'), actor: member('m', role), facts, who: [], sees },
    {
      name: name('for another procedure'),
      actor: member('m', role, { procedures: ['another'], mayFile: true }),
      facts,
      who: [],
      sees: 'never',
    },
    {
      name: name('but another one'),
      actor: member('owner', role, { organisationId: 'rival', mayFile: true }),
      facts,
      who: [],
      sees: 'never',
    },
  ]
}
