import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { sceneForFile } from '@/tests/helpers/browser'
import { aCaseUnderWork, aPaidCase } from '@/tests/helpers/cases'
import { atTheBench, press, typeTheCode, unfold } from '@/tests/helpers/office-desk'
import { enter, until } from '@/tests/journey/scene'
import { expectAccessible } from './axe'

const { origin, env } = inject('stack')
const scene = sceneForFile()
const MINUTES = 60_000
const PREMISES = 'Cơ sở vật chất chưa đáp ứng điều kiện (Điều 40 Nghị định 96/2023/NĐ-CP)'
const WORDS = 'Phòng khám chung lối đi với nơi ở của gia đình.'

/** Opens the slip from the owner's page once the worker has signed it. */
async function theSlip(dossierId: string): Promise<Page> {
  const { page } = await enter(scene, 'Lê Thị Mẫu', { to: `/my/dossiers/${dossierId}` })
  const link = page.getByRole('link', { name: 'Nhận Phiếu từ chối (Mẫu số 03)' })
  await until('the signed slip', async () => {
    await page.goto(`${origin}/my/dossiers/${dossierId}`)
    return (await link.count()) > 0
  })
  await page.getByText(WORDS).first().waitFor()
  await page.getByText(/khiếu nại lần đầu/).waitFor()
  await expectAccessible(page)
  const href = (await link.getAttribute('href')) ?? ''
  const file = await page.request.get(`${origin}${href.replace(origin, '')}`)
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  return page
}

async function leaderApproves(dossierId: string): Promise<void> {
  const leader = await atTheBench(scene, 'Nguyễn Văn Mẫu', dossierId)
  await leader.getByText(PREMISES).first().waitFor()
  await expectAccessible(leader)
  await typeTheCode(scene, leader, 'leader.hn')
  await leader.getByLabel('Ý kiến phê duyệt').fill('Đồng ý không cấp.')
  await press(leader, 'Phê duyệt không cấp', /Phê duyệt không cấp/)
  await leader.context().close()
}

describe('a refusal', () => {
  it(
    'at intake names its clause, opens the refund, and gives the owner a signed slip',
    async () => {
      const dossierId = await aPaidCase(env)
      const desk = await atTheBench(scene, 'Trần Thu Hà', dossierId)
      await expectAccessible(desk)
      await unfold(desk, 'Từ chối tiếp nhận')
      const refuse = desk.getByRole('form', { name: 'Từ chối tiếp nhận' })
      await refuse.getByLabel(/Nội dung cụ thể/).fill(WORDS)
      await refuse.getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
      // The hint of the box says nearly the same: what is waited for is the server's answer.
      await refuse
        .getByRole('alert')
        .getByText(/ít nhất một lý do có căn cứ pháp lý/)
        .waitFor()
      await refuse.getByLabel(PREMISES).check()
      await refuse.getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
      await desk.getByText(/Đã từ chối tiếp nhận/).waitFor()
      await desk.context().close()
      const page = await theSlip(dossierId)
      await page
        .getByText(/đề nghị hoàn trả/)
        .first()
        .waitFor()
    },
    5 * MINUTES,
  )

  it(
    'after appraisal goes from the case officer to the leader to the desk to the owner',
    async () => {
      const dossierId = await aCaseUnderWork(env)
      const officer = await atTheBench(scene, 'Lê Minh', dossierId)
      await officer.getByLabel('Không chấp thuận, trả lời bằng văn bản').check()
      await officer
        .getByLabel('Ý kiến thẩm định')
        .fill('Chưa đáp ứng điều kiện, đề nghị không cấp.')
      await officer.getByLabel(PREMISES).check()
      await officer.getByLabel(/Nội dung cụ thể/).fill(WORDS)
      await expectAccessible(officer)
      await press(officer, 'Trình lãnh đạo phòng', /Đã trình lãnh đạo phòng/)
      await officer.context().close()
      const head = await atTheBench(scene, 'Vũ Đức Thắng', dossierId)
      await head.getByLabel('Ý kiến', { exact: true }).fill('Đồng ý, trình lãnh đạo Sở.')
      await press(head, 'Đồng ý, trình lãnh đạo', /Đã trình lãnh đạo cơ quan/)
      await head.context().close()
      await leaderApproves(dossierId)
      const desk = await atTheBench(scene, 'Trần Thu Hà', dossierId)
      await expectAccessible(desk)
      await press(desk, 'Ký và gửi', /Gửi thông báo từ chối/)
      const page = await theSlip(dossierId)
      await page.goto(`${origin}/my/dossiers/${dossierId}`)
      // Opening the slip was the hand-over.
      await page.getByText('Nhận kết quả').first().waitFor()
    },
    8 * MINUTES,
  )
})
