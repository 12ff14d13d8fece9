import { type BrowserServer, chromium, type Page } from 'playwright-core'
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
const FIELDS: readonly string[] = SCRIPT.map(([field]) => field)

export type Seat = { applicant: HttpApplicant; origin: string; address: string }
export type Window = { page: Page; kill: () => Promise<void> }

/** A browser of its own, signed in, with the section before it; `kill` ends it as a power cut would. */
export async function openWindow(seat: Seat): Promise<Window> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('there is no Chromium on this machine')
  const server = await chromium.launchServer({ executablePath, args: ['--no-sandbox'] })
  const kill = () => killWhole(server)
  try {
    return { page: await openPage(server, seat), kill }
  } catch (error) {
    await kill()
    throw error
  }
}

async function openPage(server: BrowserServer, { applicant, origin, address }: Seat) {
  const browser = await chromium.connect(server.wsEndpoint())
  // A session belongs to the browser that it was opened in.
  const userAgent = applicant.headers['user-agent'] ?? ''
  const context = await browser.newContext({ locale: 'vi-VN', userAgent })
  const [name = '', ...rest] = (applicant.headers['cookie'] ?? '').split('=')
  // The cookie is bound to a secure host; to a browser, localhost is one.
  const bound = { domain: new URL(origin).hostname, path: '/', secure: true, httpOnly: true }
  await context.addCookies([{ name, value: rest.join('='), ...bound, sameSite: 'Lax' }])
  const page = await context.newPage()
  await page.goto(address)
  if (page.url() !== address) throw new Error(`${address} led to ${page.url()}`)
  // The page saves itself once its script runs; before that the line that says so is not there.
  await page.getByText('Trang này tự lưu khi bạn điền.').waitFor()
  return page
}

/** The whole group of processes: none of them gets to save anything. */
async function killWhole(server: BrowserServer): Promise<void> {
  const browser = server.process()
  const gone = new Promise((done) => browser.once('exit', done))
  if (browser.pid) process.kill(-browser.pid, 'SIGKILL')
  await gone
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
  try {
    const texts: Record<string, string> = {}
    for (const field of FIELDS) texts[field] = await page.locator(`[name="${field}"]`).inputValue()
    return texts
  } finally {
    await kill()
  }
}
