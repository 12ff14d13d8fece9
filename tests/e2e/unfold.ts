import type { Page } from 'playwright-core'

/** Opens an act that stands beside the work at hand: its title is there, its form is shut. */
export async function unfold(page: Page, title: string): Promise<void> {
  await page.locator('summary').filter({ hasText: title }).first().click()
}
