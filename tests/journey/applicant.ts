import type { Page } from 'playwright-core'
import { clinicAnswers } from '@/tests/factories/answers'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { fillForm } from './fill'
import { look, PHONE, type Scene, until } from './scene'

/** Finds the procedure by everyday words without diacritics, and reads it. */
export async function findsTheProcedure(scene: Scene, page: Page): Promise<void> {
  await page.goto(scene.origin)
  await look(scene, page, 'home')
  await page.getByRole('searchbox').first().fill('mo phong kham')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/procedures\?/)
  await look(scene, page, 'procedures')
  await page
    .getByRole('link', { name: /phòng khám chuyên khoa/i })
    .first()
    .click()
  await page.waitForURL(/\/procedures\/[a-z-]+/)
  await look(scene, page, 'procedure')
}

/** Pays at the gateway and waits for the confirmation page. */
export async function pays(scene: Scene, page: Page): Promise<string> {
  await page.waitForURL(/\/my\/dossiers\/[0-9a-f-]+\/payment/)
  await look(scene, page, 'payment')
  const dossierId = new URL(page.url()).pathname.split('/')[3] ?? ''
  await page.getByRole('link', { name: /^Nộp 4\.300\.000/ }).click()
  await page.locator('button[name=outcome][value=pay]').click()
  await page.waitForURL((url) => url.origin === scene.origin)
  await until('the payment’s confirmation', () =>
    page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).isVisible(),
  )
  await look(scene, page, 'submitted')
  return dossierId
}

const OWN_PAGES = [
  ['/my', 'my'],
  ['/my/dossiers?words=an+binh', 'my-dossiers'],
  ['/my/licences', 'my-licences'],
  ['/my/notices', 'my-notices'],
] as const

/** Follows the dossier: the one true sentence, and a picture of the page. */
export async function follows(scene: Scene, page: Page, shot: string): Promise<string> {
  await look(scene, page, shot)
  return page.getByRole('heading', { level: 1 }).innerText()
}

/** Looks at everything that is theirs: the piles, the search, what was issued, what was said. */
export async function looksAtTheirOwn(scene: Scene, page: Page): Promise<void> {
  for (const [path, shot] of OWN_PAGES) {
    await page.goto(`${scene.origin}${path}`)
    await look(scene, page, shot)
  }
}

/** Saves what a link gives. */
export async function download(page: Page, name: string | RegExp, path: string): Promise<void> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().click(),
  ])
  await file.saveAs(path)
}

/** Answers every section as it comes, attaches what it asks for, reads everything again and files: on a telephone. */
export async function fillsAndFiles(scene: Scene, page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Nộp hồ sơ' }).first().click()
  await page.waitForURL(/\/my\/(drafts|start)\//)
  // Whoever has a draft or an earlier dossier is asked first whether to begin from it.
  if (page.url().includes('/my/start/'))
    await page.getByRole('button', { name: /^Bắt đầu/ }).click()
  await page.waitForURL(/\/my\/drafts\/[0-9a-f-]+$/)
  const home = page.url()
  await look(scene, page, 'task-list')
  await page.setViewportSize(PHONE)
  await fillForm(page, home, {
    procedure: CLINIC,
    answers: clinicAnswers(),
    filled: async (section) => {
      await look(scene, page, `section-${section}`)
      await page.setViewportSize(PHONE)
    },
  })
  await page.goto(`${home}/review`)
  await look(scene, page, 'review')
  await page.getByRole('button', { name: /^Nộp hồ sơ/ }).click()
}
