import type { Page } from 'playwright-core'
import { look, type Scene } from './scene'

/**
 * The licence is changed later: the new dossier begins from it, says of each answer and paper where it came
 * from, and takes from the store what it was not given.
 */
export async function beginsAgain(scene: Scene, page: Page): Promise<void> {
  await page.goto(`${scene.origin}/my/licences`)
  await page.getByRole('link', { name: /^Điều chỉnh giấy phép/ }).click()
  await page.waitForURL(/\/my\/start\/gphd-adjust/)
  await page
    .getByRole('radio', { name: /An Bình/ })
    .and(page.locator(':checked'))
    .waitFor()
  await look(scene, page, 'begins-from')
  await page.getByRole('button', { name: /^Bắt đầu/ }).click()
  await page.waitForURL(/\/my\/drafts\/[0-9a-f-]+$/)
  const home = page.url()
  await page.goto(`${home}/old-licence`)
  await page
    .getByText(/Lấy từ kết quả số .* đã cấp qua cổng này/)
    .first()
    .waitFor()
  await look(scene, page, 'known-licence')
  await page.goto(`${home}/new-licence`)
  await page
    .getByText(/Lấy từ hồ sơ .* đã nộp/)
    .first()
    .waitFor()
  await look(scene, page, 'known-facility')
  await takesFromStore(scene, page, `${home}/papers`)
  await page.goto(`${scene.origin}/my/papers`)
  await look(scene, page, 'papers-on-file')
}

async function takesFromStore(scene: Scene, page: Page, papers: string): Promise<void> {
  await page.goto(papers)
  const slot = page.getByRole('region', { name: /^Giấy phép hoạt động/ })
  const known = slot.getByText(/kết quả số .* đã cấp qua cổng này/)
  await known.waitFor()
  await look(scene, page, 'known-paper')
  await slot.getByRole('button', { name: /^Bỏ tệp/ }).click()
  await known.waitFor({ state: 'detached' })
  await slot.getByRole('link', { name: /^Chọn trong kho giấy tờ/ }).click()
  await page.waitForURL(/\/papers\/original-licence$/)
  await look(scene, page, 'store')
  await page.getByRole('button', { name: 'Dùng giấy tờ này' }).click()
  await page.waitForURL(/\/papers#paper-original-licence$/)
  await known.waitFor()
}
