import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { revokeSessionsOf } from '@/db/queries/sessions'
import { officerPosts } from '@/db/schema/agencies'
import { mandates, organisations, people } from '@/db/schema/identity'
import { chooseCapacity, findCapacities, obviousCapacity } from '@/lib/identity/capacities'
import { endSession, findSignedIn, openSession, type SignedIn } from '@/lib/identity/sessions'
import { open } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { anOfficer, browser, claimsOfMau, comeInByEid, later, start } from './somebody'

const look = (sessionId: string, now: Date, userAgent = browser) =>
  findSignedIn({ sessionId, userAgent, now, lawTime: now })

async function mustSee(sessionId: string, now = start): Promise<SignedIn> {
  const person = await look(sessionId, now)
  if (!person) throw new Error('nobody is signed in')
  return person
}

describe('a session', () => {
  it('lives while it is used, for twelve hours at most', async () => {
    const { sessionId } = await comeInByEid()
    for (let minute = 10; minute < 12 * 60; minute += 10) {
      await expect(look(sessionId, later(minute))).resolves.toBeDefined()
    }
    await expect(look(sessionId, later(12 * 60))).resolves.toBeUndefined()
  })

  it('ends after fifteen minutes without a call, and does not wake again', async () => {
    const { sessionId } = await comeInByEid()
    await expect(look(sessionId, later(14.9))).resolves.toBeDefined()
    await expect(look(sessionId, later(30))).resolves.toBeUndefined()
    await expect(look(sessionId, later(30.1))).resolves.toBeUndefined()
  })

  it('is dead at once after sign-out, and stays dead', async () => {
    const { sessionId } = await comeInByEid()
    await endSession(sessionId, later(1))
    await expect(look(sessionId, later(1))).resolves.toBeUndefined()
    await endSession(sessionId, later(2))
    await expect(look(sessionId, later(2))).resolves.toBeUndefined()
  })

  it('ends together with the others of the person', async () => {
    const first = await comeInByEid()
    const second = await comeInByEid()
    await revokeSessionsOf(db, first.personId, later(1))
    await expect(look(first.sessionId, later(1))).resolves.toBeUndefined()
    await expect(look(second.sessionId, later(1))).resolves.toBeUndefined()
  })

  it('is worth nothing in another browser, nor under a made-up id', async () => {
    const { sessionId } = await comeInByEid()
    await expect(look(sessionId, start, 'another browser')).resolves.toBeUndefined()
    await expect(look(newId(), start)).resolves.toBeUndefined()
    await expect(look(sessionId, start)).resolves.toBeDefined()
  })
})

describe('coming in by e-ID', () => {
  it('makes one person, whose number is sealed and whose e-mail is not overwritten', async () => {
    const { personId } = await comeInByEid()
    await db.update(people).set({ email: 'rieng@demo.test' }).where(eq(people.id, personId))
    const again = await comeInByEid({ ...claimsOfMau, name: 'Lê Thị Mẫu Mới', assurance: 1 })
    expect(again.personId).toBe(personId)
    const [row] = await db.select().from(people).where(eq(people.id, personId))
    expect(row).toMatchObject({
      fullName: 'Lê Thị Mẫu Mới',
      assurance: 1,
      email: 'rieng@demo.test',
    })
    expect(row?.nationalIdSealed).not.toContain('001185000123')
    expect(open(row?.nationalIdSealed ?? '')).toBe('001185000123')
  })

  it('never takes somebody for another by e-mail address', async () => {
    const mau = await comeInByEid()
    const other = await comeInByEid({ ...claimsOfMau, sub: 'eid-somebody-else' })
    expect(other.personId).not.toBe(mau.personId)
  })

  it('comes in twice at once as one person with one mandate', async () => {
    const claims = { ...claimsOfMau, sub: 'eid-twice' }
    const both = await Promise.all([comeInByEid(claims), comeInByEid(claims)])
    expect(new Set(both.map((one) => one.personId)).size).toBe(1)
    const held = await db.select().from(mandates).where(eq(mandates.personId, both[0].personId))
    expect(held).toHaveLength(1)
  })

  it('ends the mandates that the e-ID names no more, and the capacity with them', async () => {
    const claims = { ...claimsOfMau, sub: 'eid-leaves' }
    const { sessionId } = await comeInByEid(claims)
    const person = await mustSee(sessionId)
    const option = (await findCapacities(person, start)).find((one) => one.kind === 'organisation')
    await chooseCapacity(person, option?.key ?? '', start)
    await expect(look(sessionId, start)).resolves.toMatchObject({
      capacity: { kind: 'organisation', organisationName: 'Hộ kinh doanh Lê Thị Mẫu' },
    })
    await comeInByEid({ ...claims, organisations: [] }, later(1))
    await expect(look(sessionId, later(2))).resolves.toMatchObject({ capacity: null })
    await expect(findCapacities(person, later(2))).resolves.toEqual([{ key: 'self', kind: 'self' }])
    const [organisation] = await db
      .select()
      .from(organisations)
      .where(eq(organisations.taxCode, '001185000123'))
    expect(organisation).toBeDefined()
  })
})

describe('acting for somebody', () => {
  it('refuses a capacity that is not held, another officer’s post above all', async () => {
    const officer = await anOfficer()
    const { sessionId } = await comeInByEid()
    const person = await mustSee(sessionId)
    const refused = { ok: false, refusal: { code: 'capacity-not-held' } }
    await expect(chooseCapacity(person, `post:${officer.postId}`, start)).resolves.toEqual(refused)
    await expect(chooseCapacity(person, `mandate:${newId()}`, start)).resolves.toEqual(refused)
    await expect(look(sessionId, start)).resolves.toMatchObject({ capacity: null })
  })

  it('gives an officer who came by password the post, and nothing private', async () => {
    const { personId, postId } = await anOfficer()
    const opening = {
      personId,
      signIn: 'password-otp',
      assurance: null,
      userAgent: browser,
    } as const
    const sessionId = await openSession(db, opening, start)
    const person = await mustSee(sessionId)
    const options = await findCapacities(person, start)
    expect(options).toMatchObject([{ key: `post:${postId}`, agencyName: 'Sở Y tế Hà Nội' }])
    expect(obviousCapacity(options, 'elsewhere')).toBe(options[0])
    await chooseCapacity(person, `post:${postId}`, start)
    await expect(look(sessionId, start)).resolves.toMatchObject({
      capacity: { kind: 'officer', agencyId: 'syt-01', roles: ['deskOfficer'] },
    })
  })

  it('takes away the post, and new roles come, with the next call', async () => {
    const { personId, postId } = await anOfficer()
    const opening = {
      personId,
      signIn: 'password-otp',
      assurance: null,
      userAgent: browser,
    } as const
    const sessionId = await openSession(db, opening, start)
    await chooseCapacity(await mustSee(sessionId), `post:${postId}`, start)
    const post = eq(officerPosts.id, postId)
    await db
      .update(officerPosts)
      .set({ roles: ['cashier'] })
      .where(post)
    await expect(look(sessionId, later(1))).resolves.toMatchObject({
      capacity: { roles: ['cashier'] },
    })
    await db
      .update(officerPosts)
      .set({ validTo: later(2) })
      .where(post)
    await expect(look(sessionId, later(3))).resolves.toMatchObject({ capacity: null })
  })
})
