import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '@/tests/system-packages.mjs'
import type { HttpApplicant } from './http-applicant'
import { pause } from './stand'

/** One key: what stood in the box once it was pressed, and when it was pressed. */
export type Key = { field: string; text: string; at: number }

/** What is typed, box after box; telephone and mail are no answers until they are finished. */
const SCRIPT: readonly (readonly [field: string, text: string])[] = [
  ['facility_name', 'Phòng khám chuyên khoa Răng Hàm Mặt An Bình, cơ sở số hai'],
  ['facility_phone', '0912345678'],
  ['facility_email', 'phong.kham.an.binh@demo.test'],
  ['facility_name_foreign', 'An Binh Dental and Maxillofacial Clinic, second premises'],
]
export const FIELDS: readonly string[] = SCRIPT.map(([field]) => field)

export type Seat = { applicant: HttpApplicant; origin: string; address: string }
export type Window = { page: Page; context: BrowserContext; kill: () => Promise<void> }

/** A browser of its own, signed in, with the section before it; `kill` ends it as a power cut would. */
export async function openWindow({ applicant, origin, address }: Seat): Promise<Window> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('there is no Chromium on this machine')
  const server = await chromium.launchServer({ executablePath, args: ['--no-sandbox'] })
  const browser = await chromium.connect(server.wsEndpoint())
  const context = await browser.newContext({ locale: 'vi-VN' })
  const [name = '', ...rest] = (applicant.headers['cookie'] ?? '').split('=')
  await context.addCookies([{ name, value: rest.join('='), url: origin }])
  const page = await context.newPage()
  await page.goto(address)
  const kill = async () => {
    const { pid } = server.process()
    const gone = new Promise((done) => server.process().once('exit', done))
    // The whole group: no process of the browser gets to save anything.
    if (pid) process.kill(-pid, 'SIGKILL')
    await gone
  }
  return { page, context, kill }
}

/** Types until the browser is gone, with the pauses of a person; every key is noted before it is pressed. */
export async function typeAway(
  page: Page,
  random: () => number,
  note: (key: Key) => void,
): Promise<void> {
  for (const [field, text] of SCRIPT) {
    await page.locator(`[name="${field}"]`).focus()
    let typed = ''
    for (const character of text) {
      typed += character
      note({ field, text: typed, at: Date.now() })
      await page.keyboard.type(character)
      await pause(40 + random() * 160)
    }
  }
}

/** What the boxes hold in a browser that was opened afterwards. */
export async function readBoxes(seat: Seat): Promise<Record<string, string>> {
  const { page, kill } = await openWindow(seat)
  const texts: Record<string, string> = {}
  for (const field of FIELDS) texts[field] = await page.locator(`[name="${field}"]`).inputValue()
  await kill()
  return texts
}
