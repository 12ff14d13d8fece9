import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { CAST } from '@/db/seed/cast'
import { addDays, dayOf } from '@/lib/deadlines/day'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { rollForward } from '@/lib/deadlines/working-calendar'
import { CLINIC_PAPERS, clinicAnswers } from '@/tests/factories/answers'
import { browserForFile } from '@/tests/helpers/browser'
import { answerAll, attach, beginDraft } from '@/tests/helpers/draft'
import { signInByEid } from '@/tests/helpers/sign-in'
import { codeSentTo, until } from '@/tests/journey/scene'
import { arriveOn, expectAccessible } from './axe'
import { chooseOfficer } from './choose-officer'
import { unfold } from './unfold'

const { origin, urls } = inject('stack')
const open = browserForFile()
const MINUTES = 60_000
const phoneOf = (key: string) => CAST.find((member) => member.key === key)?.phone ?? ''
/** Later than any date of the law, and an office day. */
const NEW_DAY = rollForward(DEFAULT_CALENDAR, addDays(dayOf(new Date()), 90))

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

async function anOfficerAt(path: string, fullName: string): Promise<Page> {
  const page = await (await open()).newPage()
  await signInByEid(page, fullName, { acting: '', returnTo: path })
  return page
}

const bench = (fullName: string, dossierId: string) =>
  anOfficerAt(`/office/dossiers/${dossierId}`, fullName)

async function press(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: typeof button === 'string' }).click()
  await page
    .getByRole('status')
    .first()
    .waitFor({ timeout: MINUTES / 2 })
}

/** Accepted and in the hands of Lê Minh. */
async function underWork(dossierId: string): Promise<void> {
  const desk = await bench('Trần Thu Hà', dossierId)
  await press(desk, 'Tiếp nhận hồ sơ')
  await desk.context().close()
  const head = await bench('Vũ Đức Thắng', dossierId)
  await chooseOfficer(head, 'Lê Minh')
  await press(head, 'Phân công')
  await head.context().close()
}

/** Asks for the code of an act, types it, and does the act. */
async function withCode(page: Page, key: string, button: string): Promise<void> {
  const before = new Date(Date.now() - 1000)
  await press(page, 'Gửi mã xác nhận')
  const code = await codeSentTo({ mailbox: urls.mailbox }, phoneOf(key), before)
  await page.getByRole('textbox', { name: 'Mã xác nhận' }).fill(code)
  await press(page, button)
}

/** The clerk finds the letter in the list of letters, numbers and seals it. */
async function clerkSealsLetter(dossierId: string): Promise<void> {
  const clerk = await anOfficerAt('/office/letters', 'Bùi Thị Yến')
  const link = clerk.locator(`main a[href*="${dossierId}"]`)
  await until('the letter in the list', async () => {
    if ((await link.count()) > 0) return true
    await clerk.reload()
    return false
  })
  await expectAccessible(clerk)
  await link.first().click()
  await clerk.getByRole('button', { name: 'Cấp số và đóng dấu văn bản' }).waitFor()
  await expectAccessible(clerk)
  await withCode(clerk, 'clerk.hn', 'Cấp số và đóng dấu văn bản')
  await clerk.context().close()
}

async function sealedLetter(page: Page, dossierId: string, name: RegExp): Promise<Buffer> {
  const line = page.getByRole('listitem').filter({ hasText: name })
  await until('the sealed letter', async () => {
    await page.goto(`${origin}/my/dossiers/${dossierId}`)
    return (await line.count()) > 0
  })
  await expectAccessible(page)
  const href = await line.getByRole('link', { name: 'Tải PDF' }).getAttribute('href')
  return (await page.request.get(`${origin}${href}`)).body()
}

describe('an extension', () => {
  it(
    'is asked, signed, sealed and applied; the owner reads sorry, both dates, and a genuine letter',
    async () => {
      const { page, dossierId } = await aPaidDossier()
      await underWork(dossierId)
      const officer = await bench('Lê Minh', dossierId)
      await expectAccessible(officer)
      await unfold(officer, 'Đề nghị gia hạn')
      await officer.getByLabel(/^Lý do, người nộp sẽ đọc/).fill('Chưa có ý kiến về an toàn bức xạ.')
      await officer.getByLabel('Ngày trả kết quả mới').fill(NEW_DAY)
      await press(officer, 'Đề nghị gia hạn')
      await officer.getByRole('heading', { name: /^Đề nghị gia hạn đến/ }).waitFor()

      const leader = await bench('Nguyễn Văn Mẫu', dossierId)
      await leader.getByText(/Phải ký chậm nhất hết ngày/).waitFor()
      await expectAccessible(leader)
      await withCode(leader, 'leader.hn', 'Ký và gia hạn')

      const desk = await bench('Trần Thu Hà', dossierId)
      await press(desk, /^Đổi ngày hẹn thành/)
      await clerkSealsLetter(dossierId)
      const pdf = await sealedLetter(page, dossierId, /Mẫu số 04/)
      await page.getByRole('heading', { name: 'Ngày hẹn được gia hạn' }).waitFor()

      await arriveOn(page, `${origin}/verify`)
      const file = { name: '04.pdf', mimeType: 'application/pdf', buffer: pdf }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
      await page.getByText('Giấy tờ thật, còn nguyên vẹn').waitFor({ timeout: MINUTES })
    },
    8 * MINUTES,
  )
})

describe('the applicant’s right to end a dossier', () => {
  it(
    'before acceptance withdraws it on a page of its own, with the fee owed back',
    async () => {
      const { page, dossierId } = await aPaidDossier()
      await arriveOn(page, `${origin}/my/dossiers/${dossierId}`)
      await page.getByRole('link', { name: 'Rút hồ sơ' }).click()
      await page.getByRole('heading', { level: 1, name: 'Rút hồ sơ' }).waitFor()
      await page.getByText('được ghi là khoản phải hoàn trả').waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Rút hồ sơ này' }).click()
      await page.getByRole('heading', { level: 1, name: /Bạn đã rút hồ sơ/ }).waitFor()
      await expectAccessible(page)
    },
    4 * MINUTES,
  )

  it(
    'after acceptance asks to stop, changes their mind, asks again, and gets the sealed notice',
    async () => {
      const { page, dossierId } = await aPaidDossier()
      await underWork(dossierId)
      const home = `${origin}/my/dossiers/${dossierId}`
      const askToStop = async () => {
        await page.goto(home)
        await page.getByRole('link', { name: 'Yêu cầu dừng giải quyết' }).click()
        await page.getByLabel(/^Lý do/).fill('Tôi chuyển phòng khám sang địa điểm khác.')
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Yêu cầu dừng giải quyết' }).click()
        await page.getByRole('button', { name: 'Rút lại yêu cầu dừng' }).waitFor()
      }
      await askToStop()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Rút lại yêu cầu dừng' }).click()
      await page.getByRole('link', { name: 'Yêu cầu dừng giải quyết' }).waitFor()
      await askToStop()

      const leader = await bench('Nguyễn Văn Mẫu', dossierId)
      await leader.getByText('Tôi chuyển phòng khám sang địa điểm khác.').waitFor()
      await expectAccessible(leader)
      await withCode(leader, 'leader.hn', 'Ký và dừng giải quyết')
      await clerkSealsLetter(dossierId)
      const pdf = await sealedLetter(page, dossierId, /Mẫu số 05/)
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      await page.getByRole('heading', { level: 1, name: /Hồ sơ đã dừng giải quyết/ }).waitFor()
    },
    8 * MINUTES,
  )
})
