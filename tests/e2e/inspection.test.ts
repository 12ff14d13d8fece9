import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { sceneForFile } from '@/tests/helpers/browser'
import { aCaseUnderWork } from '@/tests/helpers/cases'
import { aPdf } from '@/tests/helpers/pdf'
import { closesTheVisit, judgesTheSite, plansTheVisit } from '@/tests/journey/inspection'
import { codeSentTo, enter, look, until } from '@/tests/journey/scene'
import { photo } from '@/tests/unit/files/sample-files'

const { env } = inject('stack')
const PATIENCE = 5 * 60_000

const scene = sceneForFile()

const seen = (page: Page, text: string | RegExp) =>
  until(String(text), async () => {
    if (await page.getByText(text).first().isVisible()) return true
    await page.reload()
    return false
  })

async function inspects(dossierId: string): Promise<void> {
  const { page, context } = await enter(scene, 'Lê Minh', {
    to: `/office/dossiers/${dossierId}/inspection`,
  })
  await look(scene, page, 'inspection-empty')
  await plansTheVisit(page, 'Lê Minh, Chuyên viên')
  const picture = { name: 'phong-kham.jpg', mimeType: 'image/jpeg', buffer: await photo() }
  await page.locator('#photos-files').setInputFiles(picture)
  await page.getByRole('button', { name: 'Tải ảnh lên' }).click()
  await until('the photo’s preview', async () => {
    if ((await page.locator('img[src*="/pages/1"]').count()) > 0) return true
    await page.reload()
    return false
  })
  await page.locator('input[name="note.rooms"]').fill('Lối đi một chiều, sạch sẽ.')
  await page.reload()
  await page.getByText('Đã khôi phục nội dung chưa lưu').waitFor()
  await judgesTheSite(page, 'waste')
  await look(scene, page, 'inspection-judged')
  await closesTheVisit(page, { unmet: 'waste', finding: 'pass-with-corrections' })
  await look(scene, page, 'inspection-minutes')
  await context.close()
}

async function answersAtHome(dossierId: string): Promise<void> {
  const { page, context } = await enter(scene, 'Lê Thị Mẫu', { to: `/my/dossiers/${dossierId}` })
  await page.getByRole('heading', { name: 'Cơ sở cần khắc phục' }).waitFor()
  await look(scene, page, 'owner-turn')
  await page.getByRole('link', { name: 'Mở phần thẩm định tại cơ sở' }).click()
  await page.waitForURL(/\/inspection/)
  await seen(page, 'Xác nhận biên bản thẩm định')
  await look(scene, page, 'owner-inspection')
  const asked = new Date()
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã gửi mã' }).waitFor()
  const code = await codeSentTo(scene, '0900000101', asked)
  await page.getByLabel('Mã xác nhận').last().fill(code)
  await page.getByRole('button', { name: 'Xác nhận biên bản' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã xác nhận biên bản' }).waitFor()
  await page.getByText('xác nhận bằng mã OTP').waitFor()
  const contract = { name: 'hop-dong.pdf', mimeType: 'application/pdf', buffer: await aPdf('HD') }
  await page.locator('#correction-report-files').setInputFiles(contract)
  await page.getByRole('button', { name: 'Tải lên' }).click()
  await page.getByText('Đã nhận 1 tệp').waitFor()
  await page.getByLabel('Đã khắc phục thế nào').fill('Đã ký hợp đồng xử lý chất thải y tế.')
  await page.getByRole('button', { name: 'Gửi báo cáo khắc phục' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã gửi báo cáo' }).waitFor()
  await look(scene, page, 'owner-reported')
  await context.close()
}

async function checksAgain(dossierId: string): Promise<void> {
  const { page, context } = await enter(scene, 'Lê Minh', {
    to: `/office/dossiers/${dossierId}/inspection`,
  })
  await page.getByText('Đã ký hợp đồng xử lý chất thải y tế.').waitFor()
  await page.locator('input[name=met][value=met]').check()
  await page.getByLabel('Nhận xét', { exact: true }).fill('Hợp đồng đầy đủ, còn hiệu lực.')
  await look(scene, page, 'inspection-recheck')
  await page.getByRole('button', { name: 'Ghi nhận kiểm tra lại' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã ghi nhận kết quả kiểm tra lại' }).waitFor()
  await context.close()
}

it(
  'a facility is inspected, confirms the minutes by code, puts right what was found, and is checked again',
  async () => {
    const dossierId = await aCaseUnderWork(env)
    await inspects(dossierId)
    await answersAtHome(dossierId)
    await checksAgain(dossierId)
    expect(dossierId).toMatch(/^[0-9a-f-]{36}$/)
  },
  PATIENCE,
)
