import { PDFDocument } from 'pdf-lib'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import { fieldEntries } from '@/lib/procedures/form-entries'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Field, FieldOf } from '@/lib/procedures/shape/field'

export type Filling = {
  procedure: Procedure
  answers: Answers
  /** What is done with a section that is filled in, before it is left. */
  filled?: (section: string) => Promise<void>
}

/** Answers every section as it comes and attaches what it asks for, up to the check before sending. */
export async function fillForm(
  page: Page,
  home: string,
  { procedure, answers, filled }: Filling,
): Promise<void> {
  for (const { key, fields } of procedure.sections) {
    const here = `${home}/${key}`
    await page.goto(here)
    // A section that these answers do not need leads back to the list.
    if (page.url() === home) continue
    await fillFields(page, fields, answers)
    await attachPapers(page)
    await filled?.(key)
    await page.locator('button[name="_do"][value="continue"]').click()
    await page.waitForURL((url) => url.pathname !== new URL(here).pathname)
  }
}

async function attachPapers(page: Page): Promise<void> {
  for (const slot of await page.locator('[id^="paper-"]').all()) {
    const key = (await slot.getAttribute('id'))?.replace('paper-', '') ?? ''
    const input = slot.locator('input[type=file]')
    if (!(await slot.isVisible()) || (await input.count()) === 0) continue
    const file = key === 'portrait' ? await aPhoto(key) : await aScan(key)
    await input.first().setInputFiles(file)
    await slot.getByText(file.name).first().waitFor()
  }
}

type NewFile = { name: string; mimeType: string; buffer: Buffer }

/** A small, whole PDF such as a scanner makes. */
async function aScan(title: string): Promise<NewFile> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  page.drawText(title, { x: 60, y: 760, size: 18 })
  page.drawRectangle({ x: 60, y: 200, width: 475, height: 520, borderWidth: 1 })
  const buffer = Buffer.from(await pdf.save())
  return { name: `${title}.pdf`, mimeType: 'application/pdf', buffer }
}

/** A picture as a telephone takes it, four to six. */
async function aPhoto(title: string): Promise<NewFile> {
  const size = { width: 400, height: 600, channels: 3, background: '#dfe8ee' } as const
  const buffer = await sharp({ create: size }).jpeg().toBuffer()
  return { name: `${title}.jpg`, mimeType: 'image/jpeg', buffer }
}

/** Types the answers of a section's fields into the page, whatever the fields are; data drives it. */
async function fillFields(page: Page, fields: readonly Field[], answers: Answers): Promise<void> {
  for (const field of fields) {
    const value = answers[field.key]
    if (value === undefined) continue
    if (field.type === 'table') await fillTable(page, field, value)
    else await fillEntries(page, fieldEntries(field, value))
  }
}

async function fillTable(page: Page, field: FieldOf<'table'>, value: AnswerValue): Promise<void> {
  const rows = Array.isArray(value) ? value : []
  for (const [index] of rows.entries()) {
    await page.locator(`button[name="_add"][value="${field.key}"]`).click()
    const here = `${field.key}[${index}]`
    const entries = fieldEntries(field, value).filter(([name]) => name.startsWith(`${here}.`))
    await fillEntries(page, entries)
    await page.locator(`button[name="_close"][value="${here}"]`).click()
    await page.locator(`button[name="_close"][value="${here}"]`).waitFor({ state: 'detached' })
  }
}

async function fillEntries(page: Page, entries: readonly (readonly [string, string])[]) {
  for (const [name, text] of entries) {
    await openLine(page, name)
    await answer(page, name, text)
  }
}

/** A second line of a timetable has to be asked for. */
async function openLine(page: Page, name: string): Promise<void> {
  const [, list, index] = name.match(/^(.*)\[(\d+)\]\.(?:days|from|to)$/) ?? []
  if (!list || Number(index) === 0) return
  if ((await page.locator(`[name="${name}"]`).count()) === 0)
    await page.locator(`button[name="_add"][value="${list}"]`).click()
}

async function answer(page: Page, name: string, text: string): Promise<void> {
  const boxes = page.locator(`[name="${name}"]`)
  const first = boxes.first()
  await first.waitFor({ state: 'attached' })
  const kind = await first.evaluate((box: HTMLInputElement) => `${box.tagName} ${box.type}`)
  switch (kind) {
    case 'INPUT radio':
    case 'INPUT checkbox':
      return tick(page, name, text)
    case 'INPUT hidden':
      return pick(page, first, text)
    case 'SELECT select-one':
      return void (await first.selectOption(text))
    case 'INPUT date':
      return first.fill(text.split('/').reverse().join('-'))
    default:
      return first.fill(text)
  }
}

async function tick(page: Page, name: string, value: string): Promise<void> {
  const exact = page.locator(`[name="${name}"][value="${value}"]`)
  if ((await exact.count()) > 0) await exact.first().check()
  else if (value === 'true') await page.locator(`[name="${name}"]`).first().check()
}

/** A list that is searched by typing: open it, wait for the choice, take it. */
async function pick(page: Page, hidden: Locator, value: string): Promise<void> {
  const box = hidden.locator('xpath=following-sibling::input[@role="combobox"]')
  const id = await box.getAttribute('id')
  await box.click()
  await page.locator(`[id="${id}-list-${value}"]`).click()
}
