import { desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { oneTimeCodes } from '@/db/schema/identity'
import { outgoingMessages } from '@/db/schema/notifications'
import type { PersonActor } from '@/lib/identity/actor'
import { consumeOneTimeCode, requestOneTimeCode } from '@/lib/identity/one-time-code'
import { open } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { anOfficer, later, start } from './somebody'

const purpose = 'approve'
const subject = 'a dossier:a hash'

async function aLeader(): Promise<PersonActor> {
  const { personId, postId } = await anOfficer()
  return {
    kind: 'person',
    personId,
    sessionId: newId(),
    signIn: 'password-otp',
    assurance: null,
    fullName: 'Nguyễn Văn Mẫu',
    capacity: {
      kind: 'officer',
      postId,
      agencyId: 'syt-01',
      position: 'Giám đốc',
      roles: ['agencyLeader'],
    },
  }
}

const request = (actor: PersonActor, newCode = () => '123456', now = start) =>
  requestOneTimeCode({ actor, purpose, subject }, { now, newCode })

function spend(
  actor: PersonActor,
  code: string,
  more: Partial<{ subject: string; now: Date }> = {},
) {
  const { now = later(1), ...other } = more
  const binding = { personId: actor.personId, purpose, subject, ...other }
  return inTransaction((tx) => consumeOneTimeCode(tx, { ...binding, code }, now))
}

const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('a one-time code', () => {
  it('is sent by SMS to the post’s telephone, and stands nowhere in the clear', async () => {
    const actor = await aLeader()
    await expect(request(actor)).resolves.toMatchObject({
      ok: true,
      value: { maskedPhone: '•••••••201', expiresAt: later(5) },
    })
    const [row] = await db
      .select()
      .from(oneTimeCodes)
      .where(eq(oneTimeCodes.personId, actor.personId))
    expect(JSON.stringify(row)).not.toContain('123456')
    const [message] = await db
      .select()
      .from(outgoingMessages)
      .where(eq(outgoingMessages.recipientPersonId, actor.personId))
      .orderBy(desc(outgoingMessages.createdAt))
    expect(JSON.stringify(message)).not.toContain('123456')
    expect(message).toMatchObject({ channel: 'sms', kind: 'one-time-code', state: 'promised' })
    expect(open(message?.params['sealedCode'] ?? '')).toBe('123456')
    expect(open(message?.addressSealed ?? '')).toBe('0900000201')
  })

  it('opens its act once, and leaves its id and hash as proof', async () => {
    const actor = await aLeader()
    await request(actor)
    const proof = await spend(actor, '123 456')
    expect(proof).toMatchObject({
      ok: true,
      value: { codeHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    await expect(spend(actor, '123456')).resolves.toEqual(refused('code-used'))
  })

  it('opens nothing else: not another subject, not for another person', async () => {
    const [actor, other] = [await aLeader(), await aLeader()]
    await request(actor)
    await expect(spend(actor, '123456', { subject: 'a dossier:another hash' })).resolves.toEqual(
      refused('code-wrong'),
    )
    await expect(spend(other, '123456')).resolves.toEqual(refused('code-wrong'))
    await expect(spend(actor, '123456')).resolves.toMatchObject({ ok: true })
  })

  it('is dead after five minutes', async () => {
    const actor = await aLeader()
    await request(actor)
    await expect(spend(actor, '123456', { now: later(5) })).resolves.toEqual(
      refused('code-expired'),
    )
  })

  it('is dead after five wrong tries, even all at once', async () => {
    const actor = await aLeader()
    await request(actor)
    const guesses = await Promise.all(Array.from({ length: 8 }, () => spend(actor, '000000')))
    const codes = guesses.map((guess) => !guess.ok && guess.refusal.code)
    expect(codes.filter((code) => code === 'code-wrong')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(3)
    await expect(spend(actor, '123456')).resolves.toEqual(refused('too-many-attempts'))
  })

  it('is spent by only one of many who race', async () => {
    const actor = await aLeader()
    await request(actor)
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => spend(actor, '123456')))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  it('comes back to life when its act is rolled back', async () => {
    const actor = await aLeader()
    await request(actor)
    const act = inTransaction(async (tx) => {
      await consumeOneTimeCode(
        tx,
        { personId: actor.personId, purpose, subject, code: '123456' },
        later(1),
      )
      throw new Error('the act failed')
    })
    await expect(act).rejects.toThrow('the act failed')
    await expect(spend(actor, '123456')).resolves.toMatchObject({ ok: true })
  })

  it('gives way to a newer one', async () => {
    const actor = await aLeader()
    await request(actor, () => '111111')
    await request(actor, () => '222222', later(0.5))
    await expect(spend(actor, '111111')).resolves.toEqual(refused('code-wrong'))
    await expect(spend(actor, '222222')).resolves.toMatchObject({ ok: true })
  })

  it('is not sent more than five times in ten minutes', async () => {
    const actor = await aLeader()
    for (let n = 0; n < 5; n += 1) await expect(request(actor)).resolves.toMatchObject({ ok: true })
    await expect(request(actor)).resolves.toMatchObject(refused('too-many-codes'))
  })
})
