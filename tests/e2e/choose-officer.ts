import type { Page } from 'playwright-core'

/** Chooses a case officer by name; beside the names stand division, load and the suggestion. */
export async function chooseOfficer(page: Page, name: string): Promise<void> {
  const posts = page.getByLabel('Chuyên viên', { exact: true })
  const post = await posts.locator('option', { hasText: name }).first().getAttribute('value')
  await posts.selectOption(post)
}
