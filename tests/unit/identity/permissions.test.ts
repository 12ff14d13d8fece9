import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/identity/actor'
import { lendableEvents } from '@/lib/identity/lent-powers'
import { PERMISSIONS, type Right } from '@/lib/identity/permission-rows'
import { type DossierFacts, may, maySee } from '@/lib/identity/permissions'
import { LICENCE_EVENTS, type LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { LICENCE_STATES } from '@/lib/workflow/flows/licence-states'
import { OFFICER_ROLES } from '@/lib/workflow/roles'
import { applicant, officer, representative } from '@/tests/factories/actors'

const JOB: Actor = { kind: 'system', job: 'sign-result' }

function dossier(overrides: Partial<DossierFacts> = {}): DossierFacts {
  return {
    flow: 'licence',
    procedureKey: 'gphd-specialist-clinic-new',
    state: 'appraisal',
    submitterPersonId: 'mau',
    organisationId: null,
    solvingAgencyId: 'syt-01',
    receivingAgencyId: 'syt-01',
    filedElsewhere: null,
    transferToAgencyId: null,
    assigneePostId: 'post-of-minh',
    performed: [],
    conflictedPersonIds: [],
    ...overrides,
  }
}

describe('whose act it is', () => {
  it.each([
    ['submitted', 'accept', 'deskOfficer'],
    ['submitted', 'refuse-intake', 'deskOfficer'],
    ['accepted', 'assign', 'headOfDivision'],
    ['accepted', 'assign', 'agencyLeader'],
    ['review', 'confirm-proposal', 'headOfDivision'],
    ['review', 'return-to-case-officer', 'headOfDivision'],
    ['approval', 'return-to-case-officer', 'agencyLeader'],
  ] as const)('in %s, %s belongs to the %s and to no other role', (state, event, role) => {
    expect(may(officer('x', role), event, dossier({ state }))).toBe('allowed')
    const also = PERMISSIONS.filter(
      (row) => row.right === event && (row.states?.includes(state) ?? true),
    ).map((row) => row.role)
    for (const other of OFFICER_ROLES.filter((name) => !also.includes(name)))
      expect(may(officer('x', other), event, dossier({ state }))).toBe('refused')
  })

  it.each(['record-minutes', 'record-appraisal', 'propose-decision'] as const)(
    '%s is for the case officer it is assigned to, not for a colleague',
    (event) => {
      expect(may(officer('minh', 'caseOfficer'), event, dossier())).toBe('allowed')
      expect(may(officer('lan', 'caseOfficer'), event, dossier())).toBe('refused')
    },
  )

  it.each(['approve', 'authorise-seal'] as const)('%s needs a fresh code', (event) => {
    const state = event === 'approve' ? 'approval' : 'awaiting-seal'
    const role = event === 'approve' ? 'agencyLeader' : 'recordsClerk'
    expect(may(officer('x', role), event, dossier({ state }))).toBe('step-up')
  })

  it.each(['fee-paid', 'result-signed', 'issue'] as const)(
    '%s is a job’s, never a person’s',
    (event) => {
      expect(may(JOB, event, dossier())).toBe('allowed')
      const everything = officer('x', 'agencyLeader', { roles: [...OFFICER_ROLES] })
      expect(may(everything, event, dossier())).toBe('refused')
      expect(may(applicant('mau'), event, dossier())).toBe('refused')
    },
  )

  it('lets no officer of another province do or see anything', () => {
    const stranger = officer('x', 'agencyLeader', { agencyId: 'syt-79', roles: [...OFFICER_ROLES] })
    for (const state of LICENCE_STATES) {
      const facts = dossier({ state, assigneePostId: 'post-of-x' })
      expect(maySee(stranger, facts)).toBe(false)
      for (const event of LICENCE_EVENTS) expect(may(stranger, event, facts)).toBe('refused')
    }
  })
})

describe('a counter that receives for another agency', () => {
  const filed = dossier({ state: 'submitted', receivingAgencyId: 'syt-79', filedElsewhere: 'held' })

  it('may have its acts done by whoever stands in for it', () => {
    expect(lendableEvents(['deskOfficer'])).toEqual(expect.arrayContaining(['pass-on', 'deliver']))
    const counter = officer('mai', 'deskOfficer', { agencyId: 'syt-79' })
    if (counter.capacity.kind !== 'officer') throw new Error('no officer')
    const paper = {
      delegationId: 'paper',
      principalPostId: 'post-of-another',
      principalPersonId: 'another',
      principalName: 'Người giao',
      capacity: 'TUQ.' as const,
      procedures: [],
    }
    const standingIn = (events: readonly LicenceEvent[]) => ({
      ...counter,
      capacity: { ...counter.capacity, delegation: { ...paper, events } },
    })
    expect(may(standingIn(['pass-on']), 'pass-on', filed)).toBe('allowed')
    expect(may(standingIn(['deliver']), 'pass-on', filed)).toBe('refused')
  })
})

describe('four eyes', () => {
  const everything = officer('minh', 'caseOfficer', { roles: [...OFFICER_ROLES] })
  it.each([
    ['propose-decision', 'confirm-proposal', 'review'],
    ['record-appraisal', 'confirm-proposal', 'review'],
    ['record-minutes', 'confirm-proposal', 'review'],
    ['propose-decision', 'approve', 'approval'],
    ['confirm-proposal', 'approve', 'approval'],
    ['propose-decision', 'authorise-seal', 'awaiting-seal'],
    ['confirm-proposal', 'authorise-seal', 'awaiting-seal'],
    ['approve', 'authorise-seal', 'awaiting-seal'],
    ['confirm-proposal', 'propose-decision', 'appraisal'],
    ['approve', 'record-appraisal', 'appraisal'],
  ] as const)('who did %s may not %s', (done, event, state) => {
    const before = dossier({ state })
    expect(may(everything, event, before)).not.toBe('refused')
    const performed = [{ event: done, personId: 'minh' }]
    expect(may(everything, event, { ...before, performed })).toBe('refused')
    const another = [{ event: done, personId: 'lan' }]
    expect(may(everything, event, { ...before, performed: another })).not.toBe('refused')
  })
})

describe('what an applicant sees', () => {
  it('is their own dossier, not another’s', () => {
    expect(maySee(applicant('mau'), dossier())).toBe(true)
    expect(maySee(applicant('thu'), dossier())).toBe(false)
  })

  it('is not their company’s while they act for themselves, and the other way round', () => {
    const ofCompany = dossier({ organisationId: 'an-binh', submitterPersonId: 'viet' })
    expect(maySee(representative('viet', 'an-binh'), ofCompany)).toBe(true)
    expect(maySee(representative('viet', 'binh-minh'), ofCompany)).toBe(false)
    expect(maySee(applicant('viet'), ofCompany)).toBe(false)
    expect(maySee(representative('viet', 'an-binh'), dossier({ submitterPersonId: 'viet' }))).toBe(
      false,
    )
  })

  it('holds no result before it is issued', () => {
    for (const state of LICENCE_STATES) {
      const expected = ['issued', 'refused', 'delivered'].includes(state) ? 'allowed' : 'refused'
      expect(may(applicant('mau'), 'view-result', dossier({ state }))).toBe(expected)
    }
  })
})

describe('what the office sees', () => {
  it('begins when the fee is paid', () => {
    const desk = officer('ha', 'deskOfficer')
    expect(maySee(desk, dossier({ state: 'awaiting-payment' }))).toBe(false)
    expect(maySee(desk, dossier({ state: 'submitted' }))).toBe(true)
  })

  it('leaves the papers closed to cashier and administrator', () => {
    for (const role of ['cashier', 'administrator'] as const)
      expect(may(officer('x', role), 'view-papers', dossier())).toBe('refused')
  })

  it('gives no right that the table does not name', () => {
    const rights = new Set<Right>(PERMISSIONS.map((row) => row.right))
    for (const event of LICENCE_EVENTS.filter((name) => name !== 'submit'))
      expect(rights.has(event)).toBe(true)
    expect(may(applicant('mau'), 'submit', dossier())).toBe('refused')
  })
})
