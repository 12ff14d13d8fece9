import type { Page } from 'playwright-core'
import postgres from 'postgres'
import { expect, inject, it } from 'vitest'
import { newId } from '@/lib/shared/ids'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { browserForFile } from '@/tests/helpers/browser'
import { beginDraft } from '@/tests/helpers/draft'
import { expectAccessible } from './axe'

const { env } = inject('stack')
const open = browserForFile()

/** The form as it once was: it asked for a server where it asks for the software now. */
const OLDER = {
  ...CLINIC,
  sections: CLINIC.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.key === 'his_software'
        ? { ...field, key: 'old_server', label: { vi: 'Máy chủ', en: 'Server' } }
        : field,
    ),
  })),
}

/** Makes a draft one that was begun under the older form, with an answer of its own. */
async function ageDraft(draftId: string): Promise<void> {
  const sql = postgres(env['MIGRATION_DATABASE_URL'] ?? '', { max: 1, onnotice: () => undefined })
  const id = newId()
  await sql`
    insert into definition_versions
      (id, kind, key, version, hash, effective_from, effective_to, body, loaded_at)
    values
      (${id}, 'procedure', ${CLINIC.key}, 0, ${id}, '2020-01-01', '2021-01-01',
       ${sql.json(JSON.parse(JSON.stringify(OLDER)))}, now())`
  await sql`
    update drafts set procedure_version_id = ${id},
      answers = answers || ${sql.json({ old_server: 'Máy chủ đặt tại phòng khám' })}
    where id = ${draftId}`
  await sql.end()
}

const mark = (page: Page, word: string) => page.getByText(word, { exact: true })

it('a draft follows the newer form: told once, marked at the question, nothing dropped unseen', async () => {
  const page = await (await open({ javaScriptEnabled: false })).newPage()
  const home = await beginDraft(page)
  await ageDraft(home.split('/').at(-1) ?? '')
  await page.goto(home)
  await page.getByRole('heading', { name: 'Biểu mẫu của thủ tục này đã thay đổi' }).waitFor()
  await page.getByText('Máy chủ đặt tại phòng khám').waitFor()
  await page.getByText('1 chỗ mới').waitFor()
  await expectAccessible(page)
  await page.screenshot({ path: '.tmp/draft-follows.png', fullPage: true })
  await page.goto(`${home}/it`)
  await mark(page, 'Mới').waitFor()
  await page.goto(home)
  await page.getByRole('button', { name: 'Tôi đã xem, bỏ các dấu này' }).click()
  await page.getByText('1 chỗ mới').waitFor({ state: 'detached' })
  await page.getByText('Máy chủ đặt tại phòng khám').waitFor()
  await page.getByRole('button', { name: 'Bỏ các nội dung này' }).click()
  await page.getByText('Máy chủ đặt tại phòng khám').waitFor({ state: 'detached' })
  await page.goto(`${home}/it`)
  expect(await mark(page, 'Mới').count()).toBe(0)
})
