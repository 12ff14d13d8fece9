import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { CAST } from '@/db/seed/cast'
import { CLINIC_PAPERS, clinicAnswers } from '@/tests/factories/answers'
import { browserForFile } from '@/tests/helpers/browser'
import { answerAll, attach, beginDraft } from '@/tests/helpers/draft'
import { signInByEid } from '@/tests/helpers/sign-in'
import { codeSentTo, until } from '@/tests/journey/scene'
import { expectAccessible } from './axe'
import { chooseOfficer } from './choose-officer'
import { unfold } from './unfold'

const { origin, urls } = inject('stack')
const open = browserForFile()
const MINUTES = 60_000
const PREMISES = 'Cơ sở vật chất chưa đáp ứng điều kiện (Điều 40 Nghị định 96/2023/NĐ-CP)'
const WORDS = 'Phòng khám chung lối đi với nơi ở của gia đình.'

/** Files and pays as an applicant does; returns the page and the dossier's id. */
async function aPaidDossier(): Promise<{ page: Page; dossierId: string }> {
  const page = await (await open()).newPage()
  const home = await beginDraft(page)
  await answerAll(page, home, clinicAnswers())
  for (const paper of CLINIC_PAPERS) await attach(page, home, paper)
  await page.goto(`${home}/review`)
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.waitForURL(/\/my\/dossiers\/[0-9a-f-]+\/payment$/)
  const dossierId = new URL(page.url()).pathname.split('/')[3] ?? ''
  await page.getByRole('link', { name: /^Nộp 4\.300\.000/ }).click()
  await page.locator('button[name=outcome][value=pay]').click()
  await page.waitForURL((url) => url.origin === origin)
  await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor({ timeout: MINUTES })
  return { page, dossierId }
}

async function bench(fullName: string, dossierId: string): Promise<Page> {
  const page = await (await open()).newPage()
  const returnTo = `/office/dossiers/${dossierId}`
  await signInByEid(page, fullName, { acting: '', returnTo })
  return page
}

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page
    .getByRole('status')
    .first()
    .waitFor({ timeout: MINUTES / 2 })
}

/** Opens the slip from the owner's page once the worker has signed it. */
async function theSlip(page: Page, dossierId: string): Promise<void> {
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
}

async function assignedToLeMinh(dossierId: string): Promise<void> {
  const desk = await bench('Trần Thu Hà', dossierId)
  await press(desk, 'Tiếp nhận hồ sơ')
  await desk.context().close()
  const head = await bench('Vũ Đức Thắng', dossierId)
  await chooseOfficer(head, 'Lê Minh')
  await press(head, 'Phân công')
  await head.context().close()
}

async function leaderApproves(dossierId: string): Promise<void> {
  const leader = await bench('Nguyễn Văn Mẫu', dossierId)
  await leader.getByText(PREMISES).first().waitFor()
  await expectAccessible(leader)
  const before = new Date(Date.now() - 1000)
  await press(leader, 'Gửi mã xác nhận')
  const phone = CAST.find(({ key }) => key === 'leader.hn')?.phone ?? ''
  const code = await codeSentTo({ mailbox: urls.mailbox }, phone, before)
  await leader.getByLabel('Ý kiến phê duyệt').fill('Đồng ý không cấp.')
  await leader.getByRole('textbox', { name: 'Mã xác nhận' }).fill(code)
  await press(leader, 'Phê duyệt không cấp')
  await leader.context().close()
}

describe('a refusal', () => {
  it(
    'at intake names its clause, opens the refund, and gives the owner a signed slip',
    async () => {
      const { page, dossierId } = await aPaidDossier()
      const desk = await bench('Trần Thu Hà', dossierId)
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
      await theSlip(page, dossierId)
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
      const { page, dossierId } = await aPaidDossier()
      await assignedToLeMinh(dossierId)
      const officer = await bench('Lê Minh', dossierId)
      await officer.getByLabel('Không cấp, trả lời bằng văn bản').check()
      await officer
        .getByLabel('Ý kiến thẩm định')
        .fill('Chưa đáp ứng điều kiện, đề nghị không cấp.')
      await officer.getByLabel(PREMISES).check()
      await officer.getByLabel(/Nội dung cụ thể/).fill(WORDS)
      await expectAccessible(officer)
      await press(officer, 'Trình lãnh đạo phòng')
      await officer.context().close()
      const head = await bench('Vũ Đức Thắng', dossierId)
      await head.getByLabel('Ý kiến', { exact: true }).fill('Đồng ý, trình lãnh đạo Sở.')
      await press(head, 'Đồng ý, trình lãnh đạo')
      await head.context().close()
      await leaderApproves(dossierId)
      const desk = await bench('Trần Thu Hà', dossierId)
      await expectAccessible(desk)
      await press(desk, 'Ký và gửi')
      await theSlip(page, dossierId)
      await page.goto(`${origin}/my/dossiers/${dossierId}`)
      // Opening the slip was the hand-over.
      await page.getByText('Nhận kết quả').first().waitFor()
    },
    8 * MINUTES,
  )
})
