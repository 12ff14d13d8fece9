import { describe, it } from 'vitest'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { WHOLE_FORMS } from '@/tests/factories/whole-forms'
import { browserForFile } from '@/tests/helpers/browser'
import { portal } from '@/tests/helpers/draft'
import { startDraft } from '@/tests/helpers/fill-draft'
import { fillForm } from '@/tests/journey/fill'
import { PHONE } from '@/tests/journey/scene'
import { expectAccessible } from './axe'

const open = browserForFile()

/** Some forms ask a hundred questions, and every page is looked at. */
const PATIENCE = 5 * 60_000

const APPLICANTS = {
  person: { fullName: 'Lê Thị Mẫu', acting: 'Chính tôi' },
  company: { fullName: 'Đặng Quốc Việt', acting: 'Công ty TNHH Nha khoa An Bình' },
} as const

/** The sixth, of the specialised clinic, is filled in by the journey, which goes on to the licence. */
const OTHERS = WHOLE_FORMS.filter(({ rules }) => rules.procedure.key !== CLINIC.key)

describe('a whole form on a telephone', () => {
  it.each(OTHERS.map((form) => [form.rules.procedure.shortName.vi, form] as const))(
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
        filled: () => expectAccessible(page),
      })
      await page.goto(`${home}/review`)
      await page.getByText('Đã đủ thông tin và giấy tờ').waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
      await page.waitForURL(/\/my\/dossiers\/[0-9a-f-]+/)
      await expectAccessible(page)
    },
    PATIENCE,
  )
})
