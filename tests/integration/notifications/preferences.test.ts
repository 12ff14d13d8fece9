import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as oneClick from '@/app/api/notices/[token]/route'
import { db } from '@/db/client'
import { outgoingMessages } from '@/db/schema/notifications'
import { readInbox } from '@/lib/notifications/inbox'
import { confirmAddress, forgetAddress, wantAddress } from '@/lib/notifications/notice-address'
import { notify } from '@/lib/notifications/notify'
import { readPreferences, savePreferences, unsubscribe } from '@/lib/notifications/preferences'
import { TOPICS, type Topic } from '@/lib/notifications/topics'
import { unsubscribeToken } from '@/lib/notifications/unsubscribe-token'
import { open } from '@/lib/server/sealed'
import { aCase, anEvent } from './a-case'

const now = new Date()
const all = { byEmail: TOPICS, locale: 'vi' as const, at: now }
const without = (topic: Topic) => ({ ...all, byEmail: TOPICS.filter((one) => one !== topic) })

async function told(dossierId: string, seq: number) {
  await notify({ dossierId, seq })
  const rows = await db
    .select()
    .from(outgoingMessages)
    .where(eq(outgoingMessages.dossierId, dossierId))
  return rows
    .filter((row) => row.seq === seq)
    .map(({ channel, locale, addressSealed }) => [channel, locale, open(addressSealed)])
}

const byMail = ['email', 'vi', 'le.thi.mau@demo.test']

describe('what a person wants by e-mail', () => {
  it('is everything until they say otherwise', async () => {
    const { dossierId, personId } = await aCase()
    expect((await readPreferences(personId)).byEmail).toEqual([...TOPICS])
    await anEvent(dossierId, { seq: 1, type: 'assign', by: 'Trần Thu Hà' })
    expect(await told(dossierId, 1)).toContainEqual(byMail)
  })

  it('without progress leaves the line in the portal and sends no letter; results still go', async () => {
    const { dossierId, personId } = await aCase()
    await savePreferences(personId, without('progress'))
    await anEvent(dossierId, { seq: 1, type: 'assign', by: 'Trần Thu Hà' })
    expect(await told(dossierId, 1)).toEqual([])
    expect(await readInbox(personId, 'vi')).toHaveLength(1)
    await anEvent(dossierId, { seq: 2, type: 'accept', by: 'Trần Thu Hà' })
    expect(await told(dossierId, 2)).toContainEqual(byMail)
  })

  it('is sent in the language they chose', async () => {
    const { dossierId, personId } = await aCase()
    await savePreferences(personId, { ...all, locale: 'en' })
    await anEvent(dossierId, { seq: 1, type: 'assign', by: 'Trần Thu Hà' })
    expect(await told(dossierId, 1)).toContainEqual(['email', 'en', 'le.thi.mau@demo.test'])
  })
})

describe('the link below a letter', () => {
  const post = (token: string, body = 'List-Unsubscribe=One-Click') =>
    oneClick.POST(
      new Request('http://localhost:3000/x', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      }),
      { params: Promise.resolve({ token }) },
    )

  it('leaves its group with one press, without a sign-in, as often as it is pressed', async () => {
    const { personId } = await aCase()
    const token = unsubscribeToken({ personId, topic: 'progress' })
    expect((await post(token)).status).toBe(200)
    expect((await post(token)).status).toBe(200)
    const { byEmail } = await readPreferences(personId)
    expect(byEmail).toEqual(['needs-me', 'results', 'reminders'])
  })

  it('only asks whoever opens it: programmes look at every link', async () => {
    const { personId } = await aCase()
    const token = unsubscribeToken({ personId, topic: 'progress' })
    const context = { params: Promise.resolve({ token }) }
    const opened = await oneClick.GET(new Request('http://localhost:3000/x'), context)
    expect(opened.headers.get('location')).toBe(`/unsubscribe/${token}`)
    expect((await post(token, 'x=1')).status).toBe(400)
    expect((await readPreferences(personId)).byEmail).toEqual([...TOPICS])
  })

  it('works for nobody else and for no other group', async () => {
    const [{ personId }, other] = [await aCase(), await aCase()]
    const token = unsubscribeToken({ personId, topic: 'progress' })
    for (const forged of [
      token.replace(personId, other.personId),
      token.replace('progress', 'results'),
      `${token}.`,
      'x',
    ]) {
      expect(await unsubscribe(forged, now)).toMatchObject({ refusal: { code: 'link-unknown' } })
    }
    expect((await readPreferences(other.personId)).byEmail).toEqual([...TOPICS])
  })
})

describe('an address of one’s own', () => {
  const WANTED = 'ke.toan@nhakhoa.test'
  const code = { newCode: () => '123456' }
  const addressAfter = async (dossierId: string) => {
    await anEvent(dossierId, { seq: 1, type: 'assign', by: 'Trần Thu Hà' })
    return (await told(dossierId, 1)).find(([channel]) => channel === 'email')?.[2]
  }

  it('is used once the code sent to it came back', async () => {
    const { dossierId, personId } = await aCase()
    expect(await wantAddress(personId, ` ${WANTED.toUpperCase()} `, code)).toMatchObject({
      ok: true,
    })
    expect((await readPreferences(personId)).address).toMatchObject({ wanted: WANTED })
    expect(await confirmAddress(personId, '123 456')).toMatchObject({ value: { email: WANTED } })
    expect(await addressAfter(dossierId)).toBe(WANTED)
  })

  it('changes nothing before, nor after it was given up', async () => {
    const { dossierId, personId } = await aCase()
    await wantAddress(personId, WANTED, code)
    expect(await addressAfter(dossierId)).toBe('le.thi.mau@demo.test')
    await confirmAddress(personId, '123456')
    await forgetAddress(personId)
    expect((await readPreferences(personId)).address).toMatchObject({
      email: 'le.thi.mau@demo.test',
      confirmedAt: null,
    })
  })

  it('takes no wrong code, no late one, and no sixth try', async () => {
    const { personId } = await aCase()
    await wantAddress(personId, WANTED, code)
    const late = { now: new Date(Date.now() + 11 * 60_000) }
    expect(await confirmAddress(personId, '123456', late)).toMatchObject({
      refusal: { code: 'code-expired' },
    })
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await confirmAddress(personId, '000000')).toMatchObject({
        refusal: { code: 'code-wrong' },
      })
    }
    expect(await confirmAddress(personId, '123456')).toMatchObject({
      refusal: { code: 'too-many-attempts' },
    })
  })

  it('fills nobody’s mailbox, and must look like an address', async () => {
    const { personId } = await aCase()
    expect(await wantAddress(personId, 'không phải', code)).toMatchObject({
      refusal: { code: 'bad-address' },
    })
    for (let times = 0; times < 5; times += 1) await wantAddress(personId, WANTED, code)
    expect(await wantAddress(personId, WANTED, code)).toMatchObject({
      refusal: { code: 'too-many-codes' },
    })
  })
})
