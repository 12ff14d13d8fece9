import { describe, expect, inject, it } from 'vitest'
import { browserForFile } from '@/tests/helpers/browser'
import { arrive } from '@/tests/journey/scene'
import { expectAccessible } from './axe'

const { origin } = inject('stack')
const open = browserForFile()
const PAGE = '/my/notices/preferences'

describe('the choice of letters', () => {
  it.each([true, false])('is kept, with its language (scripts: %s)', async (javaScriptEnabled) => {
    const context = await open({ viewport: { width: 360, height: 740 }, javaScriptEnabled })
    const page = await context.newPage()
    await arrive(page, origin, { fullName: 'Lê Thị Mẫu', acting: 'Chính tôi', to: PAGE })
    if (javaScriptEnabled) await expectAccessible(page)
    await page.getByLabel('Tiến độ hồ sơ').uncheck()
    await page.getByLabel('English').check()
    await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
    await page.getByRole('status').getByText('Đã lưu lựa chọn của bạn').waitFor()
    expect(await page.getByLabel('Tiến độ hồ sơ').isChecked()).toBe(false)
    expect(await page.getByLabel('Quyết định và kết quả').isChecked()).toBe(true)
    expect(await page.getByLabel('English').isChecked()).toBe(true)
    await page.getByLabel('Tiến độ hồ sơ').check()
    await page.getByLabel('Tiếng Việt').check()
    await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
    await page.getByRole('status').getByText('Đã lưu').waitFor()
  })

  it('takes an address after its code, and names a wrong one in place', async () => {
    const page = await (await open()).newPage()
    await arrive(page, origin, { fullName: 'Lê Thị Mẫu', acting: 'Chính tôi', to: PAGE })
    await page.getByLabel('Địa chỉ thư điện tử').fill('khong-phai-dia-chi')
    await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()
    await page.getByText('Địa chỉ chưa đúng dạng').waitFor()
    expect(await page.getByLabel('Địa chỉ thư điện tử').inputValue()).toBe('khong-phai-dia-chi')
    await page.getByLabel('Địa chỉ thư điện tử').fill('moi@nhakhoa.test')
    await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click()
    await page.getByLabel('Mã xác nhận').fill('000000')
    await page.getByRole('button', { name: 'Xác nhận địa chỉ' }).click()
    await page.getByText('Mã chưa đúng').waitFor()
    await expectAccessible(page)
  })
})
