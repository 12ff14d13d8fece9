import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { outgoingMessages } from '@/db/schema/notifications'
import { startDraft } from '@/lib/drafts/start-draft'
import { listDrafts, viewDraft } from '@/lib/drafts/view-draft'
import { findCapacities } from '@/lib/identity/capacities'
import { open } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { acceptInvitation } from '@/lib/workspace/accept-invitation'
import { endMembership } from '@/lib/workspace/end-membership'
import { inviteMember } from '@/lib/workspace/invite-member'
import { changeFilingRule, viewOrganisation } from '@/lib/workspace/view-organisation'
import { MONDAY, PROCEDURE, setTheStage } from '../dossiers/stage'
import { aCompany, actFor, again, claims, comeIn, hire, invitationOf, look } from './a-company'

let end: () => Promise<void>
beforeAll(async () => {
  end = await setTheStage()
})
afterAll(() => end())

const LAST = new Date('2026-12-31T16:59:59Z')
const OVER = new Date('2026-12-31T17:00:00Z')
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('inviting', () => {
  it('gives the capacity at the next sign-in with that identifier, and at no other', async () => {
    const company = await aCompany()
    const [who, stranger] = [claims('Phạm Thị Soạn'), claims('Phạm Thị Soạn')]
    const invitation = invitationOf('preparer', who)
    expect(await inviteMember({ actor: company.head, invitation, at: MONDAY })).toMatchObject({
      ok: true,
    })
    const theirs = async (sessionId: string) =>
      (await findCapacities(await look(sessionId), MONDAY)).filter(
        ({ kind }) => kind === 'organisation',
      )
    expect(await theirs(await comeIn(stranger))).toEqual([])
    expect(await theirs(await comeIn(who))).toMatchObject([
      { organisationName: company.name, role: 'preparer' },
    ])
  })

  it('is the representative’s alone', async () => {
    const company = await aCompany()
    const { actor } = await hire(company, 'preparer')
    const invitation = invitationOf('accountant', claims('Lý Kế Toán'))
    const no = refused('not-representative')
    expect(await inviteMember({ actor, invitation, at: MONDAY })).toEqual(no)
    expect(await changeFilingRule(actor, true)).toEqual(no)
    const self = { ...company.head, capacity: { kind: 'self' as const } }
    expect(await inviteMember({ actor: self, invitation, at: MONDAY })).toEqual(no)
  })

  it('offers one role to one person once, until it ended', async () => {
    const company = await aCompany()
    const { membershipId, who } = await hire(company, 'preparer')
    const invitation = invitationOf('preparer', who)
    const invite = () => inviteMember({ actor: company.head, invitation, at: MONDAY })
    expect(await invite()).toEqual(refused('already-member'))
    await endMembership(company.head, { membershipId, at: MONDAY })
    expect(await invite()).toMatchObject({ ok: true })
  })

  it('of a consultant takes a paper, dated, for a time', async () => {
    const { head } = await aCompany()
    const full = invitationOf('consultant', claims('Văn phòng Tư vấn'))
    const invite = (more: object) =>
      inviteMember({ actor: head, invitation: { ...full, ...more }, at: MONDAY })
    expect(await invite({ paperNumber: '' })).toEqual(refused('mandate-without-paper'))
    expect(await invite({ toDay: '2026-11-22' })).toEqual(refused('mandate-period'))
    expect(await invite({ paperDay: '2026-11-24' })).toEqual(refused('mandate-paper-late'))
    expect(await invite({ procedures: ['made-up'] })).toEqual(refused('unknown-procedure'))
    expect(await invite({})).toMatchObject({ ok: true })
  })
})

describe('an invitation by e-mail', () => {
  async function invited(name: string) {
    const company = await aCompany()
    const email = `${newId()}@demo.test`
    const { nationalId: _, ...rest } = invitationOf('accountant', claims(name))
    await inviteMember({ actor: company.head, invitation: { ...rest, email }, at: MONDAY })
    const letters = await db
      .select()
      .from(outgoingMessages)
      .where(eq(outgoingMessages.kind, 'workspace-invitation'))
    const letter = letters.find(({ addressSealed }) => open(addressSealed) === email)
    return { company, token: open(letter?.params['sealedToken'] ?? '') }
  }

  it('is taken up once, by somebody of that name who came in by e-ID', async () => {
    const { company, token } = await invited('Lý Kế Toán')
    const [other, right] = [
      await comeIn(claims('Trần Văn Thử')),
      await comeIn(claims('Lý Kế Toán')),
    ]
    const visit = { token, at: MONDAY }
    expect(await acceptInvitation(await look(other), visit)).toEqual(
      refused('invitation-other-name'),
    )
    const byPassword = { ...(await look(right)), signIn: 'password-otp' as const }
    expect(await acceptInvitation(byPassword, visit)).toEqual(refused('invitation-needs-eid'))
    expect(await acceptInvitation(await look(right), visit)).toMatchObject({ ok: true })
    expect(await acceptInvitation(await look(right), visit)).toEqual(refused('invitation-unknown'))
    const actor = await actFor(right, 'accountant', { organisation: company.name })
    expect(actor.capacity).toMatchObject({ member: { role: 'accountant' } })
  })

  it('is good for thirty days', async () => {
    const { token } = await invited('Lý Kế Toán')
    const person = await look(await comeIn(claims('Lý Kế Toán')))
    const late = new Date(MONDAY.getTime() + 30 * 24 * 60 * 60_000)
    expect(await acceptInvitation(person, { token, at: late })).toEqual(
      refused('invitation-unknown'),
    )
    const inTime = new Date(late.getTime() - 1)
    expect(await acceptInvitation(person, { token, at: inTime })).toMatchObject({ ok: true })
  })

  it('goes out so often and no more while nobody answers', async () => {
    const { head } = await aCompany()
    const { nationalId: _, ...rest } = invitationOf('accountant', claims('Lý Kế Toán'))
    const invite = (at: number) =>
      inviteMember({
        actor: head,
        invitation: { ...rest, email: `${at}@demo.test` },
        at: MONDAY,
      })
    for (let at = 0; at < 20; at += 1) expect((await invite(at)).ok).toBe(true)
    expect(await invite(20)).toEqual(refused('too-many-invitations'))
  })

  it('that was taken back leads nowhere', async () => {
    const { company, token } = await invited('Lý Kế Toán')
    const membershipId = (await viewOrganisation(company.head, MONDAY))?.members[0]?.id ?? ''
    await endMembership(company.head, { membershipId, at: MONDAY })
    const person = await look(await comeIn(claims('Lý Kế Toán')))
    const visit = { token, at: MONDAY }
    expect(await acceptInvitation(person, visit)).toEqual(refused('invitation-unknown'))
  })
})

describe('a membership', () => {
  it('ends at once, in the middle of a session', async () => {
    const company = await aCompany()
    const { actor, membershipId } = await hire(company, 'preparer')
    expect(await again(actor)).toBeDefined()
    expect(await endMembership(company.head, { membershipId, at: MONDAY })).toMatchObject({
      ok: true,
    })
    expect(await again(actor)).toBeUndefined()
    const twice = await endMembership(company.head, { membershipId, at: MONDAY })
    expect(twice).toEqual(refused('membership-unknown'))
  })

  it('is ended by the member too, but not by another one, nor by another organisation', async () => {
    const [company, rival] = [await aCompany(), await aCompany()]
    const [one, other] = [await hire(company, 'preparer'), await hire(company, 'accountant')]
    const { membershipId } = one
    expect(await endMembership(other.actor, { membershipId, at: MONDAY })).toEqual(
      refused('not-representative'),
    )
    expect(await endMembership(rival.head, { membershipId, at: MONDAY })).toEqual(
      refused('membership-unknown'),
    )
    expect(await endMembership(one.actor, { membershipId, at: MONDAY })).toMatchObject({ ok: true })
  })

  it('outlives what the electronic identity says of mandates', async () => {
    const company = await aCompany()
    const { who } = await hire(company, 'preparer')
    // Came in again: the identity still names no organisation of theirs.
    const actor = await actFor(await comeIn(who), 'preparer', { organisation: company.name })
    expect(actor.capacity).toMatchObject({ organisationId: company.organisationId })
  })

  it('of a consultant holds from its first day to its last', async () => {
    const company = await aCompany()
    const { actor } = await hire(company, 'consultant')
    expect(await again(actor, LAST)).toBeDefined()
    expect(await again(actor, OVER)).toBeUndefined()
    expect(await again(actor, new Date('2026-11-22T16:59:59Z'))).toBeUndefined()
  })
})

describe('what a role reaches', () => {
  async function begin(actor: Parameters<typeof startDraft>[0], procedureKey = PROCEDURE) {
    return startDraft(actor, { procedureKey, at: MONDAY })
  }

  it('is the organisation’s own work, whoever began it', async () => {
    const [company, rival] = [await aCompany(), await aCompany()]
    const { actor } = await hire(company, 'preparer')
    const stranger = await hire(rival, 'preparer')
    const started = await begin(actor)
    const draftId = started.ok ? started.value.draftId : ''
    expect(await viewDraft(company.head, draftId)).toMatchObject({ ok: true })
    expect(await viewDraft(stranger.actor, draftId)).toEqual(refused('not-found'))
    expect(await viewDraft(rival.head, draftId)).toEqual(refused('not-found'))
  })

  it('leaves the member’s own data out of a new draft', async () => {
    const company = await aCompany()
    const { actor } = await hire(company, 'preparer')
    const started = await begin(actor)
    const view = await viewDraft(actor, started.ok ? started.value.draftId : '')
    expect(view).toMatchObject({ ok: true, value: { answers: { org_name: company.name } } })
    expect(JSON.stringify(view)).not.toContain('Phạm Thị Soạn')
  })

  it('of a consultant is the procedures of the mandate', async () => {
    const company = await aCompany()
    const { actor } = await hire(company, 'consultant', { procedures: [PROCEDURE] })
    expect(await begin(actor)).toMatchObject({ ok: true })
    expect(await begin(actor, 'cchnd-new')).toEqual(refused('not-an-applicant'))
    const others = await begin(company.head, 'cchnd-new')
    const draftId = others.ok ? others.value.draftId : ''
    expect(await viewDraft(actor, draftId)).toEqual(refused('not-found'))
    expect((await listDrafts(actor, MONDAY)).map(({ procedureKey }) => procedureKey)).toEqual([
      PROCEDURE,
    ])
  })

  it('of an accountant or a professional is no draft that was not given to them', async () => {
    const company = await aCompany()
    const started = await begin(company.head)
    const draftId = started.ok ? started.value.draftId : ''
    for (const role of ['accountant', 'professional'] as const) {
      const { actor } = await hire(company, role)
      expect(await begin(actor)).toEqual(refused('not-an-applicant'))
      expect(await viewDraft(actor, draftId)).toEqual(refused('not-found'))
      expect(await listDrafts(actor, MONDAY)).toEqual([])
    }
  })

  it('shows colleagues to those who share out the work', async () => {
    const company = await aCompany()
    const [preparer, accountant] = [
      await hire(company, 'preparer'),
      await hire(company, 'accountant'),
    ]
    expect((await viewOrganisation(preparer.actor, MONDAY))?.members).toHaveLength(2)
    expect(await viewOrganisation(accountant.actor, MONDAY)).toMatchObject({
      members: [],
      own: { role: 'accountant', membershipId: accountant.membershipId },
    })
  })
})
