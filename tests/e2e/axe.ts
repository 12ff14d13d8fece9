import { AxeBuilder } from '@axe-core/playwright'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

// WCAG 2.2 AA, and the habits that screen reader users rely on (one main, headings in order).
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// What is in order need not be told, only what is not.
const onlyFaults = { resultTypes: ['violations' as const] }

/** Goes to a page and fails if anything on it stands in the way of people with disabilities. */
export async function arriveOn(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' })
  await expectAccessible(page)
}

/** The same for the state that a page is in now: after an error, in a dialog, with a menu open. */
export async function expectAccessible(page: Page): Promise<void> {
  // In a browser with JavaScript off the checker cannot run either; the same pages are checked with it on.
  if (!(await page.evaluate(() => matchMedia('(scripting: enabled)').matches))) return
  // When a page changes in place, its title follows a moment after it. One that never comes is told by axe.
  const titled = page.waitForFunction(() => document.title !== '', undefined, { timeout: 5_000 })
  await titled.catch(() => undefined)
  // No page of the portal holds a frame: one run in the page itself says everything.
  const axe = new AxeBuilder({ page }).setLegacyMode().options(onlyFaults).withTags(rules)
  const { violations } = await axe.analyze()
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const faults = violations.map(describe)
  if (wide > 0) faults.push(`The page is ${wide} px wider than the window: it scrolls sideways.`)
  if (faults.length > 0) throw new Error(`${page.url()}\n${faults.join('\n')}`)
}

function describe(violation: AxeResults['violations'][number]): string {
  const places = violation.nodes.map(
    (node) => `    ${node.html.slice(0, 200)}\n      ${node.failureSummary?.replace(/\s+/g, ' ')}`,
  )
  return `  ${violation.help} (${violation.id}, ${violation.impact})\n${places.join('\n')}`
}
