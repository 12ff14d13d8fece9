import type { Page } from 'playwright-core'
import { press } from '@/tests/helpers/office-desk'

export type Visit = { unmet?: string; finding: 'pass' | 'pass-with-corrections' }

/** The day after a day, as date boxes take it. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** Plans the visit for tomorrow; the facility is told. */
export async function plansTheVisit(page: Page, lead: string): Promise<void> {
  const day = page.getByLabel('Ngày thẩm định')
  await day.fill(dayAfter((await day.getAttribute('min')) ?? ''))
  await page.getByLabel('Giờ bắt đầu').fill('09:00')
  await page.getByLabel('Địa điểm').fill('Số 12 phố Mẫu, Hà Nội')
  await page
    .getByLabel('Nội dung thẩm định và thành phần của cơ sở')
    .fill('Phòng khám, thiết bị, nhân sự; chủ cơ sở và người chịu trách nhiệm chuyên môn.')
  await page.getByLabel('Số, ngày quyết định thành lập đoàn').fill('100/QĐ-SYT')
  await page.getByLabel('Trưởng đoàn').selectOption({ label: lead })
  await press(page, 'Lên lịch và báo cơ sở', /Đã lên lịch/)
}

/** Judges each item of the site; one of them may be found wanting. */
export async function judgesTheSite(page: Page, unmet?: string): Promise<void> {
  for (const box of await page.locator('input[type=radio][value=pass][name^="verdict."]').all())
    await box.check()
  if (unmet) await page.locator(`input[name="verdict.${unmet}"][value=fail]`).check()
  await press(page, 'Lưu kết quả', /Đã lưu kết quả/)
}

/** Makes the minutes from what was found. */
export async function closesTheVisit(page: Page, { unmet, finding }: Visit): Promise<void> {
  const heldOn = page.getByLabel('Ngày lập biên bản')
  await heldOn.fill((await heldOn.getAttribute('max')) ?? '')
  await page.getByLabel('Bắt đầu lúc').fill('08:30')
  await page.getByLabel('Kết thúc lúc').fill('10:15')
  await page.getByLabel('Số biên bản').fill('15/BB-TĐ')
  await page.getByLabel('Người đại diện cơ sở', { exact: true }).fill('Lê Thị Mẫu')
  await page.getByLabel('Chức danh của người đại diện').fill('Chủ cơ sở')
  await page.locator(`input[name=finding][value=${finding}]`).check()
  await page
    .getByLabel('Nhận xét của đoàn; lý do nếu không đạt')
    .fill('Cơ sở vật chất, thiết bị và nhân sự đúng như kê khai.')
  if (unmet)
    await page
      .locator(`textarea[name="correction.${unmet}"]`)
      .fill('Ký hợp đồng xử lý chất thải y tế với đơn vị có chức năng.')
  await press(page, 'Lập biên bản', /Đã ghi nhận biên bản/)
}
