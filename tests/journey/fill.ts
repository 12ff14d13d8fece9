import type { Locator, Page } from 'playwright-core'
import type { Answers, AnswerValue } from '@/lib/procedures/answers'
import { fieldEntries } from '@/lib/procedures/form-entries'
import type { Field, FieldOf } from '@/lib/procedures/shape/field'

/** Types the answers of a section's fields into the page, whatever the fields are; data drives it. */
export async function fillFields(
  page: Page,
  fields: readonly Field[],
  answers: Answers,
): Promise<void> {
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
