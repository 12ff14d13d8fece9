import type { Server } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/db/client'
import { outgoingMessages } from '@/db/schema/notifications'
import { freePort } from '@/lib/cli/launch-database.mjs'
import type { PersonActor } from '@/lib/identity/actor'
import { requestOneTimeCode } from '@/lib/identity/one-time-code'
import { sendSms } from '@/lib/notifications/deliver'
import { newId } from '@/lib/shared/ids'
import { json, listen, readText, serveRoutes } from '@/tests/sandbox/http'
import { anOfficer } from './somebody'

let server: Server
const received: { to: string; text: string; messageId: string }[] = []

beforeAll(async () => {
  const port = await freePort()
  process.env['SMS_URL'] = `http://localhost:${port}/sms`
  const routes = serveRoutes({
    'POST /sms': async ({ request }) => {
      received.push(JSON.parse(await readText(request)))
      return json({ id: '1' }, 202)
    },
  })
  server = await listen(routes, port)
})

afterAll(() => {
  server.close()
})

it('brings the code to the officer’s telephone, once', async () => {
  const { personId, postId } = await anOfficer()
  const actor: PersonActor = {
    kind: 'person',
    personId,
    sessionId: newId(),
    fullName: 'Nguyễn Văn Mẫu',
    signIn: 'eid',
    assurance: 2,
    capacity: { kind: 'officer', postId, agencyId: 'syt-01', position: 'Giám đốc', roles: [] },
  }
  await requestOneTimeCode(
    { actor, purpose: 'approve', subject: 'a draft' },
    { newCode: () => '004217' },
  )
  const rows = await db
    .select()
    .from(outgoingMessages)
    .where(eq(outgoingMessages.recipientPersonId, personId))
  for (const { id } of rows) {
    await sendSms({ messageId: id })
    await sendSms({ messageId: id })
  }
  expect(received).toMatchObject([{ to: '0900000201', text: expect.stringContaining('004217') }])
  expect(received[0]?.text).not.toMatch(/[^\x20-\x7e]/)
})
