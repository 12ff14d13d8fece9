import { afterAll, describe, expect, it } from 'vitest'
import { type DossierFacts, may, maySee } from '@/lib/identity/permissions'
import { LICENCE_FLOW } from '@/lib/workflow/flows/licence'
import { LICENCE_EVENTS, type LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { LICENCE_STATES, type LicenceState } from '@/lib/workflow/flows/licence-states'
import { inTurn, type OutOfTurn } from '@/lib/workflow/passing-on'
import { OFFICER_ROLES } from '@/lib/workflow/roles'
import { transition } from '@/lib/workflow/transition'
import { DECLARED, OUT_OF_TURN } from './declared-rights'
import { type Case, type Cast, OTHERS, officersOf, PROCEDURE } from './everybody'

type Verdict = 'allowed' | 'step-up' | 'refused' | 'illegal' | 'not-found' | OutOfTurn['code']
function factsOf(state: LicenceState, overrides: Partial<DossierFacts>): DossierFacts {
  return {
    flow: 'licence',
    procedureKey: PROCEDURE,
    state,
    submitterPersonId: 'owner',
    organisationId: null,
    solvingAgencyId: 'syt-01',
    receivingAgencyId: 'syt-01',
    filedElsewhere: null,
    transferToAgencyId: null,
    assigneePostId: 'post-of-somebody',
    performed: [],
    conflictedPersonIds: [],
    ...overrides,
  }
}

/** What happens at the door, in the order in which performEvent asks. */
function verdictOf({ actor, facts }: Case, event: LicenceEvent, state: LicenceState): Verdict {
  const dossier = factsOf(state, facts)
  if (!maySee(actor, dossier)) return 'not-found'
  if (!transition(LICENCE_FLOW, { state, stateBefore: 'review' }, event).ok) return 'illegal'
  const verdict = may(actor, event, dossier)
  const turn = inTurn(event, dossier.filedElsewhere)
  return verdict === 'refused' || turn.ok ? verdict : turn.refusal.code
}

/** What the declaration says should happen. */
function declared(cast: Cast, event: LicenceEvent, state: LicenceState): string {
  const verdict = declaredRight(cast, event, state)
  if (verdict !== 'allowed' && verdict !== 'step-up') return verdict
  return OUT_OF_TURN[cast.facts.filedElsewhere ?? 'here']?.[event] ?? verdict
}

function declaredRight(cast: Cast, event: LicenceEvent, state: LicenceState): Verdict {
  if (cast.sees === 'never' || (cast.sees === 'once paid' && state === 'awaiting-payment'))
    return 'not-found'
  if (cast.sees === 'while it can be taken' && state !== 'submitted' && state !== 'accepted')
    return 'not-found'
  const lines = DECLARED[event].filter(([states]) => states.split(' ').includes(state))
  if (lines.length === 0) return 'illegal'
  if (cast.powerless) return 'refused'
  const open = lines.filter(([, , never = '']) => !never.includes(cast.did ?? '-'))
  const names = open.flatMap(([, who]) => who).filter((who) => cast.who.includes(plain(who)))
  if (names.length === 0) return 'refused'
  return names.some((who) => !who.endsWith(' with code')) ? 'allowed' : 'step-up'
}

const plain = (who: string) => who.replace(' with code', '')
describe('event × state × role × standing', () => {
  let asked = 0
  afterAll(() => console.info(`one-door table: ${asked} verdicts compared with the declaration`))

  it.each(LICENCE_EVENTS)('%s', (event) => {
    const cast = [...OTHERS, ...OFFICER_ROLES.flatMap((role) => officersOf(role, event))]
    const wrong: string[] = []
    for (const somebody of cast)
      for (const state of LICENCE_STATES) {
        asked += 1
        const [is, should] = [verdictOf(somebody, event, state), declared(somebody, event, state)]
        if (is !== should) wrong.push(`${state}: ${somebody.name}: ${is}, declared ${should}`)
      }
    expect(wrong).toEqual([])
  })
})
