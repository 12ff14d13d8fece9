import type { Page } from 'playwright-core'
import type { Answers } from '@/lib/procedures/answers'
import { fieldEntries } from '@/lib/procedures/form-entries'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { arrive } from '@/tests/journey/scene'
import { aPdf } from './pdf'

export type Starting = { origin: string; procedureKey: string; fullName: string; acting: string }

/** Brings an applicant in and begins a draft; its address comes back. */
export async function startDraft(
  page: Page,
  { origin, procedureKey, fullName, acting }: Starting,
): Promise<string> {
  await arrive(page, origin, { fullName, acting, to: `/my/start/${procedureKey}` })
  await page.getByRole('button', { name: /^Bắt đầu/ }).click()
  await page.waitForURL(/\/my\/drafts\/[0-9a-f-]+$/)
  return page.url()
}

/** Saves answers by the way that the pages save while they are written, section by section. */
export async function answerAll(page: Page, home: string, answers: Answers): Promise<void> {
  const sections = CLINIC.sections.map(({ key, fields }) => ({
    key,
    entries: fields.flatMap((field) => fieldEntries(field, answers[field.key])),
  }))
  await page.goto(home)
  const draftId = home.split('/').at(-1)
  const version = await page.evaluate(
    async ([id, all]) => {
      let known = 1
      for (const { key, entries } of all) {
        const answer = await fetch(`/api/drafts/${id}/sections/${key}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ version: known, entries }),
        })
        known = (await answer.json()).version
      }
      return known
    },
    [draftId, sections] as const,
  )
  if (version !== sections.length + 1) throw new Error(`not every section was saved: ${version}`)
}

/** Puts a small PDF into a slot as the upload control does. */
export async function attach(page: Page, home: string, slot: string): Promise<void> {
  const bytes = [...(await aPdf(slot))]
  const status = await page.evaluate(
    async ([address, name, content]) => {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'x-file-name': name },
        body: new Uint8Array(content),
      })
      return answer.status
    },
    [`/api/uploads/drafts/${home.split('/').at(-1)}/papers/${slot}`, `${slot}.pdf`, bytes] as const,
  )
  if (status !== 201) throw new Error(`${slot} was not attached: ${status}`)
}
