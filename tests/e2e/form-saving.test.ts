import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserForFile } from '@/tests/helpers/browser'
import { beginDraft } from '@/tests/helpers/draft'
import { actFor } from '@/tests/helpers/sign-in'
import { expectAccessible } from './axe'

const open = browserForFile()

const named = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const untilSaved = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d$/).waitFor()

/** Somebody begins an application and has one of its sections before them. */
async function writesAt(section: string) {
  const context = await open()
  const page = await context.newPage()
  const home = await beginDraft(page)
  await page.goto(`${home}/${section}`)
  return { context, page, home }
}

/** The same draft open in two tabs. */
async function writesTwice(section: string) {
  const { context, page: first, home } = await writesAt(section)
  const second = await context.newPage()
  await second.goto(`${home}/${section}`)
  return { first, second }
}

describe('a section that saves itself', () => {
  it('keeps what was typed over a reload, wherever the person stopped', async () => {
    const { page } = await writesAt('facility')
    await named(page, 'facility_name').fill('Phòng khám Răng Hàm Mặt An Bình')
    await untilSaved(page)
    await page.reload()
    expect(await named(page, 'facility_name').inputValue()).toBe('Phòng khám Răng Hàm Mặt An Bình')
  })

  it('waits for the network and then saves the latest state', async () => {
    const { context, page } = await writesAt('facility')
    await context.setOffline(true)
    await named(page, 'facility_name').fill('Trên tàu hỏa')
    await page.getByText('Mất kết nối mạng').waitFor()
    await expectAccessible(page)
    await named(page, 'facility_name').fill('Trên tàu hỏa, đã tới nơi')
    await context.setOffline(false)
    await untilSaved(page)
    await page.reload()
    expect(await named(page, 'facility_name').inputValue()).toBe('Trên tàu hỏa, đã tới nơi')
  })

  it('waits for the save when a link is pressed', async () => {
    const { page, home } = await writesAt('facility')
    await named(page, 'facility_name').fill('Vội vàng')
    await page.getByRole('link', { name: 'Hồ sơ của tôi' }).first().click()
    await page.waitForURL(/\/my$/)
    await page.goto(`${home}/facility`)
    expect(await named(page, 'facility_name').inputValue()).toBe('Vội vàng')
  })

  it('shows what is stored now, not an older page, after going back', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await page.goto(home)
    await page.getByRole('link', { name: 'Công nghệ thông tin' }).click()
    await named(page, 'his_software').fill('Phần mềm Mẫu')
    await untilSaved(page)
    await page.getByRole('link', { name: 'Giấy phép hoạt động phòng khám' }).click()
    await page.waitForURL(home)
    await page.goBack()
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('[name=his_software]')?.value === 'Phần mềm Mẫu',
    )
  })
})

describe('a draft that is open twice', () => {
  it('tells the second one, keeps its text, and saves it only when asked to', async () => {
    const { first, second } = await writesTwice('it')
    await named(first, 'his_software').fill('Bản của thẻ một')
    await untilSaved(first)
    await named(second, 'his_software').fill('Bản của thẻ hai')
    await second.getByRole('alert').getByText('Bản nháp đã được sửa ở nơi khác').waitFor()
    await expectAccessible(second)
    expect(await named(second, 'his_software').inputValue()).toBe('Bản của thẻ hai')
    await second.getByRole('button', { name: 'Lưu nội dung trên trang này' }).click()
    await untilSaved(second)
    await first.reload()
    expect(await named(first, 'his_software').inputValue()).toBe('Bản của thẻ hai')
  })

  it('gives up its text for the newest on request', async () => {
    const { first, second } = await writesTwice('it')
    await named(first, 'his_software').fill('Bản mới')
    await untilSaved(first)
    await named(second, 'his_software').fill('Bản cũ')
    await second.getByRole('link', { name: 'Xem bản mới nhất' }).click()
    await second.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name=his_software]')?.value === 'Bản mới',
    )
  })
})

describe('a session that ends', () => {
  it('keeps the text on the device, leads to sign-in and back, and saves it', async () => {
    const { context, page } = await writesAt('facility')
    await context.clearCookies()
    await named(page, 'facility_name').fill('Viết tiếp sau khi hết phiên')
    await page.getByRole('alert').getByText('Phiên đăng nhập đã hết').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Đăng nhập lại' }).click()
    await page.getByRole('link', { name: 'Đăng nhập bằng định danh điện tử' }).click()
    await page.getByRole('button', { name: 'Lê Thị Mẫu' }).click()
    await actFor(page, 'Chính tôi')
    await page.getByText('Đã đưa lại nội dung bạn nhập trước đó').waitFor()
    expect(await named(page, 'facility_name').inputValue()).toBe('Viết tiếp sau khi hết phiên')
    await untilSaved(page)
    await page.reload()
    expect(await named(page, 'facility_name').inputValue()).toBe('Viết tiếp sau khi hết phiên')
  })

  it('asks before it ends whether the person is still there', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await page.clock.install()
    await page.goto(`${home}/facility`)
    await page.getByText('Trang này tự lưu khi bạn điền.').waitFor()
    await page.clock.fastForward('12:40')
    const dialog = page.getByRole('dialog', { name: 'Bạn còn ở đó không?' })
    await dialog.waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Tiếp tục làm việc' }).click()
    await page.clock.fastForward('00:06')
    await dialog.waitFor({ state: 'hidden' })
    await page.clock.fastForward('15:10')
    await page.getByRole('dialog', { name: 'Phiên đăng nhập đã hết' }).waitFor()
  })
})
