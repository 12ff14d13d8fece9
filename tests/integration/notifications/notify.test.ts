import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/db/client'
import { inboxNotices, outgoingMessages } from '@/db/schema/notifications'
import { countUnread, markRead, readInbox } from '@/lib/notifications/inbox'
import { announceRefund, notify } from '@/lib/notifications/notify'
import { open } from '@/lib/server/sealed'
import { aCase, anEvent } from './a-case'
import { jobsFor } from './jobs'

const messagesOf = (dossierId: string) =>
  db
    .select()
    .from(outgoingMessages)
    .where(eq(outgoingMessages.dossierId, dossierId))
    .orderBy(asc(outgoingMessages.channel))

describe('the job notify', () => {
  it('puts a line into the inbox and promises a letter and a text message', async () => {
    const { dossierId, personId } = await aCase()
    await anEvent(dossierId, { seq: 1, type: 'accept', by: 'Trần Thu Hà' })
    await notify({ dossierId, seq: 1 })

    const messages = await messagesOf(dossierId)
    expect(messages).toMatchObject([
      { channel: 'email', kind: 'accepted', seq: 1, state: 'promised', attempts: 0 },
      { channel: 'sms', kind: 'accepted' },
    ])
    const [letter, text] = messages
    expect(letter?.addressSealed).not.toContain('demo.test')
    expect(open(letter?.addressSealed ?? '')).toBe('le.thi.mau@demo.test')
    expect(letter?.params).toMatchObject({
      receivedBy: 'Trần Thu Hà, Chuyên viên',
      addresseeName: 'Lê Thị Mẫu',
      procedureVi: 'Cấp mới giấy phép hoạt động',
    })
    expect(letter?.messageId).toBe(`${letter?.id}@localhost`)
    expect(await jobsFor(messages)).toEqual([
      { kind: 'send-mail', messageId: letter?.id },
      { kind: 'send-sms', messageId: text?.id },
    ])
    const [line] = await readInbox(personId, 'vi')
    expect(line?.text).toMatch(/^Hồ sơ đã được tiếp nhận, mã hồ sơ H26\.5-261124-/)
  })

  it('run again, and ten times at once, adds nothing', async () => {
    const { dossierId, personId } = await aCase()
    await anEvent(dossierId, { seq: 1, type: 'accept', by: 'Trần Thu Hà' })
    await Promise.all(Array.from({ length: 10 }, () => notify({ dossierId, seq: 1 })))
    await notify({ dossierId, seq: 1 })
    const messages = await messagesOf(dossierId)
    expect(messages).toHaveLength(2)
    expect(await jobsFor(messages)).toHaveLength(2)
    expect(await readInbox(personId, 'vi')).toHaveLength(1)
  })

  it('says nothing of what happens inside the office', async () => {
    const { dossierId, personId } = await aCase()
    await anEvent(dossierId, { seq: 1, type: 'propose-decision', by: 'Lê Minh' })
    await anEvent(dossierId, { seq: 2, type: 'return-to-case-officer', by: 'Vũ Đức Thắng' })
    await anEvent(dossierId, { seq: 3, type: 'propose-decision', by: 'Lê Minh' })
    for (const seq of [1, 2, 3]) await notify({ dossierId, seq })
    expect(await messagesOf(dossierId)).toEqual([])
    expect(await readInbox(personId, 'vi')).toHaveLength(1)
  })

  it('addresses an organisation, and keeps the inbox for a person without address', async () => {
    const { dossierId, personId } = await aCase({ organisation: true, email: null })
    await anEvent(dossierId, { seq: 1, type: 'assign', by: 'Vũ Đức Thắng' })
    await notify({ dossierId, seq: 1 })
    expect(await messagesOf(dossierId)).toEqual([])
    const [notice] = await db.select().from(inboxNotices).where(eq(inboxNotices.personId, personId))
    expect(notice?.params).toMatchObject({
      addressee: 'organisation',
      addresseeName: 'Công ty TNHH Nha khoa An Bình',
    })
  })

  it('fails for an event that is not there', async () => {
    const { dossierId } = await aCase()
    await expect(notify({ dossierId, seq: 9 })).rejects.toThrow('no event 9')
  })
})

describe('a refund', () => {
  it('is announced with the transaction that opens it', async () => {
    const { dossierId } = await aCase({ locale: 'en' })
    const refund = { dossierId, amount: 1_450_000, reason: 'second-payment', at: new Date() }
    await inTransaction((tx) => announceRefund(tx, refund))
    expect(await messagesOf(dossierId)).toMatchObject([
      { kind: 'refund-opened', locale: 'en', params: { amount: '1450000' } },
    ])
    const failing = inTransaction(async (tx) => {
      await announceRefund(tx, { ...refund, dossierId: (await aCase()).dossierId })
      throw new Error('the booking failed')
    })
    await expect(failing).rejects.toThrow('the booking failed')
  })
})

describe('the inbox', () => {
  it('is read in the language of the moment, and counts what was not seen', async () => {
    const { dossierId, personId } = await aCase()
    await anEvent(dossierId, { seq: 1, type: 'accept', by: 'Trần Thu Hà' })
    await notify({ dossierId, seq: 1 })
    const [line] = await readInbox(personId, 'en')
    expect(line).toMatchObject({ dossierId, unread: true })
    expect(line?.text).toContain('Your dossier has been accepted')
    expect(await countUnread(personId)).toBe(1)
    await markRead((await aCase()).personId)
    expect(await countUnread(personId)).toBe(1)
    await markRead(personId, dossierId)
    expect(await countUnread(personId)).toBe(0)
  })
})
