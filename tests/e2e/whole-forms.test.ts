import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { WHOLE_FORMS } from '@/tests/factories/whole-forms'
import { browserForFile } from '@/tests/helpers/browser'
import { portal } from '@/tests/helpers/draft'
import { startDraft } from '@/tests/helpers/fill-draft'
import { fillForm } from '@/tests/journey/fill'
import { expectAccessible } from './axe'

const open = browserForFile()

const PHONE = { width: 360, height: 780 }
/** Some forms ask a hundred questions, and every page is looked at. */
const PATIENCE = 5 * 60_000

const APPLICANTS = {
  person: { fullName: 'Lê Thị Mẫu', acting: 'Chính tôi' },
  company: { fullName: 'Đặng Quốc Việt', acting: 'Công ty TNHH Nha khoa An Bình' },
} as const

/** Nobody has to push a page to and fro to read it (WCAG 2.2, 1.4.10). */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(excess, page.url()).toBe(0)
}

describe('a whole form on a telephone', () => {
  it.each(WHOLE_FORMS.map((form) => [form.rules.procedure.shortName.vi, form] as const))(
    '%s: is filled in, read again and filed',
    async (_, form) => {
      const page = await (await open({ viewport: PHONE })).newPage()
      const { procedure } = form.rules
      const who = APPLICANTS[form.applicant]
      const home = await startDraft(page, { origin: portal, procedureKey: procedure.key, ...who })
      await expectAccessible(page)
      await fillForm(page, home, {
        procedure,
        answers: form.answers,
        filled: async () => {
          await expectAccessible(page)
          await expectNoSidewaysScroll(page)
        },
      })
      await page.goto(`${home}/review`)
      await page.getByText('Đã đủ thông tin và giấy tờ').waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
      await page.waitForURL(/\/my\/dossiers\/[0-9a-f-]+/)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    },
    PATIENCE,
  )
})
