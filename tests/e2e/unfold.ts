import type { Page } from 'playwright-core'

/** Opens an act that stands shut beside the work at hand; where it is the only one, it stands open already. */
export async function unfold(page: Page, title: string): Promise<void> {
  await page.getByText(title).filter({ visible: true }).first().waitFor()
  const shut = page
    .locator('details:not([open])')
    .filter({ has: page.locator('summary', { hasText: title }) })
  if ((await shut.count()) > 0) await shut.first().locator('summary').click()
}
