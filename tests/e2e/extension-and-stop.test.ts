import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { addDays, dayOf } from '@/lib/deadlines/day'
import { DEFAULT_CALENDAR } from '@/lib/deadlines/default-calendar'
import { rollForward } from '@/lib/deadlines/working-calendar'
import { sceneForFile } from '@/tests/helpers/browser'
import { aCaseUnderWork, aPaidCase } from '@/tests/helpers/cases'
import { atTheBench, press, typeTheCode, unfold } from '@/tests/helpers/office-desk'
import { enter, until } from '@/tests/journey/scene'
import { arriveOn, expectAccessible } from './axe'

const { origin, env } = inject('stack')
const scene = sceneForFile()
const MINUTES = 60_000
/** Later than any date of the law, and an office day. */
const NEW_DAY = rollForward(DEFAULT_CALENDAR, addDays(dayOf(new Date()), 90))

async function theOwnerOf(dossierId: string): Promise<Page> {
  const { page } = await enter(scene, 'Lê Thị Mẫu', { to: `/my/dossiers/${dossierId}` })
  return page
}

/** The clerk finds the letter in the list of letters, numbers and seals it. */
async function clerkSealsLetter(dossierId: string): Promise<void> {
  const { page: clerk } = await enter(scene, 'Bùi Thị Yến', { to: '/office/letters' })
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
  await typeTheCode(scene, clerk, 'clerk.hn')
  await press(clerk, 'Cấp số và đóng dấu văn bản', /Cấp số, cho đóng dấu văn bản/)
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
      const dossierId = await aCaseUnderWork(env)
      const officer = await atTheBench(scene, 'Lê Minh', dossierId)
      await expectAccessible(officer)
      await unfold(officer, 'Đề nghị gia hạn')
      await officer.getByLabel(/^Lý do, người nộp sẽ đọc/).fill('Chưa có ý kiến về an toàn bức xạ.')
      await officer.getByLabel('Ngày trả kết quả mới').fill(NEW_DAY)
      await press(officer, 'Đề nghị gia hạn', /Đề nghị gia hạn/)
      await officer.getByRole('heading', { name: /^Đề nghị gia hạn đến/ }).waitFor()

      const leader = await atTheBench(scene, 'Nguyễn Văn Mẫu', dossierId)
      await leader.getByText(/Phải ký chậm nhất hết ngày/).waitFor()
      await expectAccessible(leader)
      await typeTheCode(scene, leader, 'leader.hn')
      await press(leader, 'Ký và gia hạn', /Ký văn bản xin lỗi, gia hạn/)
      await clerkSealsLetter(dossierId)
      const page = await theOwnerOf(dossierId)
      const pdf = await sealedLetter(page, dossierId, /Mẫu số 04/)

      const desk = await atTheBench(scene, 'Trần Thu Hà', dossierId)
      await press(desk, /^Đổi ngày hẹn thành/, /Đổi ngày hẹn trả/)
      await arriveOn(page, `${origin}/my/dossiers/${dossierId}`)
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
      const page = await theOwnerOf(await aPaidCase(env))
      await expectAccessible(page)
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
      const dossierId = await aCaseUnderWork(env)
      const page = await theOwnerOf(dossierId)
      const askToStop = async () => {
        await page.goto(`${origin}/my/dossiers/${dossierId}`)
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

      const leader = await atTheBench(scene, 'Nguyễn Văn Mẫu', dossierId)
      await leader.getByText('Tôi chuyển phòng khám sang địa điểm khác.').waitFor()
      await expectAccessible(leader)
      await typeTheCode(scene, leader, 'leader.hn')
      await press(leader, 'Ký và dừng giải quyết', /Thông báo dừng giải quyết/)
      await clerkSealsLetter(dossierId)
      const pdf = await sealedLetter(page, dossierId, /Mẫu số 05/)
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      await page.getByRole('heading', { level: 1, name: /Hồ sơ đã dừng giải quyết/ }).waitFor()
    },
    8 * MINUTES,
  )
})
