import { AxeBuilder } from '@axe-core/playwright'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

// WCAG 2.2 AA, and the habits that screen reader users rely on (one main, headings in order).
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Goes to a page and fails if anything on it stands in the way of people with disabilities. */
export async function arriveOn(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' })
  await expectAccessible(page)
}

/** The same for the state that a page is in now: after an error, in a dialog, with a menu open. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await runsScripts(page))) return
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const faults = violations.map(describe)
  if (wide > 0) faults.push(`The page is ${wide} px wider than the window: it scrolls sideways.`)
  if (faults.length > 0) throw new Error(`${page.url()}\n${faults.join('\n')}`)
}

/** In a browser with JavaScript off the checker cannot run either; the same pages are checked with it on. */
async function runsScripts(page: Page): Promise<boolean> {
  const timer = page.evaluate(() => new Promise((ring) => setTimeout(() => ring(true), 0)))
  const patience = new Promise<boolean>((give) => setTimeout(() => give(false), 1_000))
  return Promise.race([timer.then(() => true), patience])
}

function describe(violation: AxeResults['violations'][number]): string {
  const places = violation.nodes.map(
    (node) => `    ${node.html.slice(0, 200)}\n      ${node.failureSummary?.replace(/\s+/g, ' ')}`,
  )
  return `  ${violation.help} (${violation.id}, ${violation.impact})\n${places.join('\n')}`
}
