import type { Page } from 'playwright-core'
import { CAST } from '@/db/seed/cast'
import { codeSentTo, enter, type Scene } from '@/tests/journey/scene'

/** Signs an officer in and opens a dossier on their bench. */
export async function atTheBench(scene: Scene, fullName: string, dossierId: string): Promise<Page> {
  const { page } = await enter(scene, fullName, { to: `/office/dossiers/${dossierId}` })
  await page.getByRole('heading', { name: 'Xử lý hồ sơ' }).waitFor()
  return page
}

/** Presses a button and waits until the page says what was done. */
export async function press(page: Page, button: string | RegExp, done: RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('status').filter({ hasText: done }).waitFor({ timeout: 30_000 })
}

/** Asks for the code of an act on the telephone of an officer, whose key is as in 'desk.hn', and types it. */
export async function typeTheCode(scene: Scene, page: Page, key: string): Promise<void> {
  const before = new Date(Date.now() - 1000)
  await press(page, 'Gửi mã xác nhận', /Mã xác nhận đã được gửi/)
  const phone = CAST.find((member) => member.key === key)?.phone ?? ''
  const code = await codeSentTo(scene, phone, before)
  await page.getByRole('textbox', { name: 'Mã xác nhận' }).fill(code)
}

/** Opens an act that stands shut beside the work at hand; where it is the only one, it stands open already. */
export async function unfold(page: Page, title: string): Promise<void> {
  await page.getByText(title).filter({ visible: true }).first().waitFor()
  const shut = page
    .locator('details:not([open])')
    .filter({ has: page.locator('summary', { hasText: title }) })
  if ((await shut.count()) > 0) await shut.first().locator('summary').click()
}

/** Chooses a case officer by name; beside the names stand division, load and the suggestion. */
export async function chooseOfficer(page: Page, name: string): Promise<void> {
  const posts = page.getByLabel('Chuyên viên', { exact: true })
  const post = await posts.locator('option', { hasText: name }).first().getAttribute('value')
  await posts.selectOption(post)
}
