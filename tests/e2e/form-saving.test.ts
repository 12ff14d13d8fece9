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
  const panel = (page: Page) => page.getByRole('group', { name: /vừa ghi/ })

  it('keeps what each tab wrote, and tells the later one', async () => {
    const { first, second } = await writesTwice('it')
    await named(first, 'his_software').fill('Bản của thẻ một')
    await untilSaved(first)
    await named(second, 'eprescription_code').fill('DT-01')
    await second.getByRole('status').getByText('Bản nháp đã được sửa ở nơi khác').waitFor()
    await panel(second).getByText('Bản của thẻ một').waitFor()
    await expectAccessible(second)
    await second.getByRole('link', { name: 'Hiện bản mới nhất' }).click()
    await second.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('[name=his_software]')?.value ===
        'Bản của thẻ một',
    )
    expect(await named(second, 'eprescription_code').inputValue()).toBe('DT-01')
    await named(first, 'his_software').fill('Bản của thẻ một, viết thêm')
    await panel(first).getByText('DT-01').waitFor()
  })

  it('overwrites nothing: both texts stand at the question until the writer chooses', async () => {
    const { first, second } = await writesTwice('it')
    await named(first, 'his_software').fill('Bản của thẻ một')
    await untilSaved(first)
    await named(second, 'his_software').fill('Bản của thẻ hai')
    await panel(second).getByText('Bản của thẻ một').waitFor()
    await expectAccessible(second)
    await named(second, 'his_software').fill('Bản của thẻ hai, viết tiếp')
    await second.locator('button[name="_do"][value="continue"]').click()
    await second.waitForFunction(() => document.activeElement?.id === 'clashes')
    await first.reload()
    expect(await named(first, 'his_software').inputValue()).toBe('Bản của thẻ hai, viết tiếp')
    await panel(first).getByText('Bản của thẻ một').waitFor()
    await second.getByRole('button', { name: 'Dùng nội dung của tôi' }).click()
    await panel(second).waitFor({ state: 'detached' })
    await second.reload()
    expect(await named(second, 'his_software').inputValue()).toBe('Bản của thẻ hai, viết tiếp')
    expect(await panel(second).count()).toBe(0)
  })

  it('gives up its text for the other on request', async () => {
    const { first, second } = await writesTwice('it')
    await named(first, 'his_software').fill('Bản mới')
    await untilSaved(first)
    await named(second, 'his_software').fill('Bản cũ')
    await second.getByRole('button', { name: 'Dùng nội dung kia' }).click()
    await second.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name=his_software]')?.value === 'Bản mới',
    )
    expect(await panel(second).count()).toBe(0)
  })

  it('does the same without JavaScript', async () => {
    const context = await open({ javaScriptEnabled: false })
    const first = await context.newPage()
    const home = await beginDraft(first)
    const second = await context.newPage()
    await Promise.all([first, second].map((page) => page.goto(`${home}/it`)))
    const keep = (page: Page) => page.locator('button[name="_do"][value="later"]').click()
    await named(first, 'his_software').fill('Bản một')
    await named(first, 'eprescription_code').fill('DT-01')
    await keep(first)
    await first.waitForURL(home)
    await named(second, 'his_software').fill('Bản hai')
    await second.locator('button[name="_do"][value="continue"]').first().click()
    await panel(second).getByText('Bản một').waitFor()
    expect(await named(second, 'his_software').inputValue()).toBe('Bản hai')
    expect(await named(second, 'eprescription_code').inputValue()).toBe('DT-01')
    await second.getByRole('button', { name: 'Dùng nội dung của tôi' }).click()
    await panel(second).waitFor({ state: 'detached' })
    await first.goto(`${home}/it`)
    expect(await named(first, 'his_software').inputValue()).toBe('Bản hai')
  })
})

describe('a text that is no answer yet', () => {
  it('is there again on the next visit, and stands in the way of sending', async () => {
    const { page, home } = await writesAt('facility')
    await named(page, 'facility_phone').fill('0912')
    await untilSaved(page)
    await page.reload()
    expect(await named(page, 'facility_phone').inputValue()).toBe('0912')
    await page.goto(`${home}/review`)
    await page
      .getByRole('link', { name: /Điện thoại.*/ })
      .first()
      .waitFor()
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
