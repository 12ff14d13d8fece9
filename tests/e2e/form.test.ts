import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserForFile } from '@/tests/helpers/browser'
import { beginDraft, portal, startPath } from '@/tests/helpers/draft'
import { signInByEid } from '@/tests/helpers/sign-in'
import { arriveOn, expectAccessible } from './axe'

const open = browserForFile()

const named = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const problems = (page: Page) => page.getByRole('alert').getByRole('listitem').allInnerTexts()
const press = async (page: Page, value: string) => {
  await page.locator(`button[name="_do"][value="${value}"]`).first().click()
  await page.waitForLoadState()
}

describe('beginning an application', () => {
  it('leads a visitor through sign-in to the same procedure, and then to the first questions', async () => {
    const page = await (await open()).newPage()
    await page.goto(`${portal}/procedures/${startPath.split('/').at(-1)}`)
    await page.getByRole('main').getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.waitForURL(/\/login\?/)
    expect(new URL(page.url()).searchParams.get('callbackUrl')).toBe(startPath)
    await signInByEid(page, 'Lê Thị Mẫu', { returnTo: startPath })
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Bắt đầu/ }).click()
    await page.getByRole('heading', { name: 'Các phần của hồ sơ' }).waitFor()
    await expectAccessible(page)
    await page.goto(`${portal}${startPath}`)
    await page
      .getByRole('link', { name: /Viết tiếp bản nháp/ })
      .first()
      .waitFor()
  })

  it('asks before a draft is deleted, and then it is gone for good', async () => {
    const page = await (await open({ javaScriptEnabled: false })).newPage()
    const home = await beginDraft(page)
    await page.getByRole('link', { name: 'Xóa bản nháp' }).click()
    await page.getByRole('button', { name: 'Xóa hẳn bản nháp' }).click()
    await page.waitForURL(`${portal}/my`)
    await page.goto(home)
    await page.getByRole('heading', { name: 'Không tìm thấy bản nháp này' }).waitFor()
  })

  it('shows no draft of one person to another', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    const stranger = await (await open()).newPage()
    await signInByEid(stranger, 'Trần Văn Thử')
    await stranger.goto(`${home}/owner`)
    await stranger.getByRole('heading', { name: 'Không tìm thấy bản nháp này' }).waitFor()
    const saved = await stranger.evaluate(
      async (address) =>
        (
          await fetch(address, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ version: 1, entries: [] }),
          })
        ).status,
      `${home.replace('/my/drafts/', '/api/drafts/')}/sections/owner`,
    )
    expect(saved).toBe(404)
  })
})

describe('a section without JavaScript', () => {
  it('comes back with every mistake named and everything typed still there', async () => {
    const page = await (await open({ javaScriptEnabled: false })).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/owner`)
    await named(page, 'org_type').selectOption('ho-kinh-doanh')
    await press(page, 'continue')
    // The questions that the choice opened are no mistakes yet.
    await page.getByText('Câu trả lời của bạn mở thêm câu hỏi').waitFor()
    expect(await problems(page)).toEqual([])
    await named(page, 'org_name').fill('Hộ kinh doanh Lê Thị Mẫu')
    await named(page, 'org_tax_code').fill('0011880')
    await named(page, 'org_reg_date').fill('31/02/2024')
    await press(page, 'continue')
    expect(await problems(page)).toContain(
      'Ngày cấp: Ngày chưa đúng. Ghi đủ ngày, tháng, năm, ví dụ 30/11/2026.',
    )
    expect(await named(page, 'org_reg_date').inputValue()).toBe('31/02/2024')
    expect(await named(page, 'org_tax_code').inputValue()).toBe('0011880')
    expect(await named(page, 'org_name').inputValue()).toBe('Hộ kinh doanh Lê Thị Mẫu')
    expect(await named(page, 'owner_person.full_name').isVisible()).toBe(true)
    expect(await named(page, 'org_legal_rep.full_name').isVisible()).toBe(false)
  })

  it('fetches the communes of a province and keeps what was typed meanwhile', async () => {
    const page = await (await open({ javaScriptEnabled: false })).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/facility`)
    await named(page, 'facility_name').fill('Phòng khám Mẫu')
    await named(page, 'facility_address.province').selectOption('01')
    await press(page, 'refresh')
    await named(page, 'facility_address.commune').selectOption('00175')
    await press(page, 'later')
    await page.waitForURL(home)
    await page.goto(`${home}/facility`)
    expect(await named(page, 'facility_address.commune').inputValue()).toBe('00175')
    expect(await named(page, 'facility_name').inputValue()).toBe('Phòng khám Mẫu')
  })

  it('adds, opens and deletes rows by round trips', async () => {
    const page = await (await open({ javaScriptEnabled: false })).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/premises`)
    for (const [index, name] of ['Tiếp đón', 'Phòng khám'].entries()) {
      await named(page, `rooms[${index}].room_name`).fill(name)
      await page.locator('button[name=_add][value=rooms]').click()
      await page.waitForLoadState()
    }
    await page.locator('button[name=_open][value="rooms[0]"]').click()
    await page.waitForLoadState()
    expect(await named(page, 'rooms[0].room_name').inputValue()).toBe('Tiếp đón')
    await page.locator('button[name=_remove][value="rooms[0]"]').click()
    await page.waitForLoadState()
    await page.locator('button[name=_open][value="rooms[0]"]').click()
    await page.waitForLoadState()
    expect(await named(page, 'rooms[0].room_name').inputValue()).toBe('Phòng khám')
    await press(page, 'continue')
    expect(await problems(page)).toContain('Phòng, khu vực 1, Loại phòng: Hãy chọn câu trả lời.')
  })
})

describe('a section with JavaScript', () => {
  it('shows and hides questions as they are answered, and puts them back unchanged', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await arriveOn(page, `${home}/owner`)
    // Known from the sign-in, and said so.
    expect(await named(page, 'owner_person.full_name').inputValue()).toBe('Lê Thị Mẫu')
    await page.getByText('Lấy từ định danh điện tử').first().waitFor()
    await named(page, 'org_type').selectOption('cong-ty-tnhh-1tv')
    await named(page, 'org_legal_rep.full_name').fill('Đặng Quốc Việt')
    expect(await named(page, 'owner_person.full_name').isVisible()).toBe(false)
    await named(page, 'org_type').selectOption('ca-nhan')
    expect(await named(page, 'org_legal_rep.full_name').isVisible()).toBe(false)
    await named(page, 'org_type').selectOption('cong-ty-tnhh-1tv')
    expect(await named(page, 'org_legal_rep.full_name').inputValue()).toBe('Đặng Quốc Việt')
  })

  it('judges a box when it is left, and everything when the section is to be left', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/facility`)
    await named(page, 'facility_phone').fill('12')
    await named(page, 'facility_name').focus()
    await page.getByText('Số điện thoại chưa đúng').waitFor()
    expect(await page.getByText('Hãy điền mục này.').count()).toBe(0)
    await press(page, 'continue')
    await page.getByRole('alert').getByText('Tên cơ sở: Hãy điền mục này.').waitFor()
    await expectAccessible(page)
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Địa điểm hoạt động/ })
      .click()
    // The page moves the focus once the link has led there.
    await page.locator('#f-facility_address-province:focus').waitFor()
  })

  it('does not lose the press of a button to the message that the press brings up', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/facility`)
    await page.getByText('Trang này tự lưu khi bạn điền.').waitFor()
    await named(page, 'facility_website').fill('không phải địa chỉ')
    const button = page.getByRole('button', { name: 'Lưu và tiếp tục' })
    await button.scrollIntoViewIfNeeded()
    const place = await button.boundingBox()
    if (!place) throw new Error('the button is not on the page')
    // As long as a finger rests on the glass.
    await page.mouse.click(place.x + 20, place.y + 4, { delay: 300 })
    await page
      .getByRole('alert')
      .getByText(/^Trang thông tin điện tử/)
      .waitFor()
  })

  it('finds a commune by words without accents', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/facility`)
    await page.getByText('Trang này tự lưu khi bạn điền.').waitFor()
    const province = page.getByRole('combobox', { name: 'Tỉnh, thành phố' })
    await province.fill('ha noi')
    await province.press('Enter')
    const commune = page.getByRole('combobox', { name: 'Xã, phường, đặc khu' })
    await commune.fill('yen hoa')
    await page.getByRole('option', { name: 'Phường Yên Hòa' }).waitFor()
    await expectAccessible(page)
    await commune.press('Enter')
    expect(await commune.inputValue()).toBe('Phường Yên Hòa')
    expect(await named(page, 'facility_address.commune').inputValue()).toBe('00175')
  })

  it('opens the row that a problem is in, and gives a deleted row back', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/premises`)
    await named(page, 'rooms[0].room_name').fill('Tiếp đón')
    await page.getByRole('button', { name: 'Thêm phòng, khu vực' }).click()
    await named(page, 'rooms[1].room_name').fill('Phòng khám')
    await press(page, 'continue')
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Phòng, khu vực 2, Diện tích/ })
      .click()
    await page.waitForFunction(() => document.activeElement?.id === 'f-rooms-1-area_m2')
    await page.locator('button[name=_remove][value="rooms[1]"]').click()
    await page.getByRole('button', { name: 'Khôi phục' }).click()
    expect(await named(page, 'rooms[1].room_name').inputValue()).toBe('Phòng khám')
    await expectAccessible(page)
  })
})
