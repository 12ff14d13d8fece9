import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CLINIC_PAPERS, clinicAnswers } from '@/tests/factories/answers'
import { browserForFile } from '@/tests/helpers/browser'
import { beginDraft } from '@/tests/helpers/draft'
import { answerAll, attach } from '@/tests/helpers/fill-draft'
import { aPdf } from '@/tests/helpers/pdf'
import { arriveOn, expectAccessible } from './axe'

const open = browserForFile()
const COMPANY = { fullName: 'Đặng Quốc Việt', acting: 'Công ty TNHH Nha khoa An Bình' }

const slot = (page: Page, key: string) => page.locator(`#paper-${key}`)
const script = { name: 'don.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a PDF') }

describe('papers', () => {
  it('are sent with progress, refused by name, opened and taken out again', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await arriveOn(page, `${home}/papers`)
    const place = slot(page, 'rp-licence')
    const good = { name: 'giấy phép.pdf', mimeType: 'application/pdf', buffer: await aPdf('GPHN') }
    await place.locator('input[type=file]').setInputFiles([good, script])
    await place.getByRole('link', { name: 'giấy phép.pdf' }).waitFor()
    await place.getByRole('alert').getByText('don.pdf').waitFor()
    await expectAccessible(page)
    await page.reload()
    await place.getByText('giấy phép.pdf').first().waitFor()
    await place.getByRole('button', { name: /^Bỏ tệp/ }).click()
    await place.getByText('Đã bỏ “giấy phép.pdf”.').waitFor()
    await place.getByText('Chưa có tệp nào.').waitFor()
  })

  it('show their pages, and a page that lies across is turned', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/papers`)
    const place = slot(page, 'rp-licence')
    const scan = { name: 'quét.pdf', mimeType: 'application/pdf', buffer: await aPdf('GPHN') }
    await place.locator('input[type=file]').setInputFiles([scan])
    await place.getByText('Xem, xoay từng trang của quét.pdf').click()
    await place.getByRole('img', { name: 'quét.pdf, trang 1' }).waitFor()
    await expectAccessible(page)
    await place.getByRole('button', { name: /^Xoay 90°/ }).click()
    await place.getByText('Đang xoay trang của “quét.pdf”').waitFor()
    await place.getByText('Xem, xoay từng trang của quét.pdf').waitFor()
    await place.getByText('Đã kiểm tra').waitFor()
  })

  it('go without JavaScript as well: the refused one is named, the others stay', async () => {
    const page = await (await open({ javaScriptEnabled: false })).newPage()
    const home = await beginDraft(page)
    await page.goto(`${home}/papers`)
    const good = { name: 'gphn.pdf', mimeType: 'application/pdf', buffer: await aPdf('GPHN') }
    await slot(page, 'rp-licence').locator('input[type=file]').setInputFiles([good, script])
    await slot(page, 'rp-licence').getByRole('button', { name: 'Tải lên' }).click()
    await page.waitForURL(/\/papers\?upload=/)
    await slot(page, 'rp-licence').getByRole('alert').getByText('don.pdf').waitFor()
    await slot(page, 'rp-licence').getByRole('button', { name: 'Bỏ tệp gphn.pdf' }).click()
    await page.waitForURL(/\/papers#/)
    await slot(page, 'rp-licence').getByText('Chưa có tệp nào.').waitFor()
  })
})

describe('the check before sending', () => {
  it('names what is missing with a link to the very box, and does not offer to send', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page, COMPANY)
    const { facility_name: _, rooms, ...rest } = clinicAnswers()
    const first = Array.isArray(rooms) ? rooms[0] : undefined
    await answerAll(page, home, { ...rest, rooms: [{ ...Object(first), area_m2: 0.5 }] })
    await arriveOn(page, `${home}/review`)
    await page.getByRole('link', { name: 'Tên cơ sở: Hãy điền mục này.' }).click()
    await page.waitForURL(/\/facility#f-facility_name$/)
    await page.goto(`${home}/review`)
    expect(await page.getByRole('button', { name: 'Nộp hồ sơ' }).count()).toBe(0)
    expect(await page.getByText('Chưa có tệp').count()).toBeGreaterThan(0)
  })

  it('files once, however often it is pressed, and closes the draft', async () => {
    const page = await (await open()).newPage()
    const home = await beginDraft(page, COMPANY)
    await answerAll(page, home, clinicAnswers())
    for (const paper of CLINIC_PAPERS) await attach(page, home, paper)
    await page.goto(`${home}/review`)
    await page.getByText('Đã đủ thông tin và giấy tờ').waitFor()
    await expectAccessible(page)
    await page.getByText('4.300.000').first().waitFor()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick()
    await page.waitForURL(/\/my\/dossiers\/[0-9a-f-]+\/payment$/)
    const dossier = page.url().replace('/payment', '')
    await page.goto(`${home}/owner`)
    expect(page.url()).toBe(dossier)
  })

  it('asks about what a register says otherwise, and files it when that is kept', async () => {
    const page = await (await open()).newPage()
    const acting = 'Công ty TNHH Y khoa Bình Minh'
    const home = await beginDraft(page, { fullName: 'Đặng Quốc Việt', acting })
    await arriveOn(page, `${home}/owner`)
    await page.getByText('Lấy từ đăng ký doanh nghiệp.').first().waitFor()
    const code = '0312687878'
    const declared = { org_name: acting, org_tax_code: code, org_reg_number: code }
    await answerAll(page, home, clinicAnswers(declared))
    for (const paper of CLINIC_PAPERS) await attach(page, home, paper)
    await arriveOn(page, `${home}/review`)
    await page.getByText('2 điểm khác với cơ sở dữ liệu của Nhà nước').waitFor()
    await page.getByText('Đăng ký doanh nghiệp ghi: VÕ THỊ KHÁC').waitFor()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByText('Chưa nộp được hồ sơ').waitFor()
    await page.getByLabel(/Tôi đã đọc 2 điểm/).check()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.waitForURL(/\/my\/dossiers\/[0-9a-f-]+\/payment$/)
  })

  it('works without JavaScript', async () => {
    const context = await open()
    const writer = await context.newPage()
    const home = await beginDraft(writer, COMPANY)
    await answerAll(writer, home, clinicAnswers())
    for (const paper of CLINIC_PAPERS) await attach(writer, home, paper)
    const plain = await open({ javaScriptEnabled: false })
    await plain.addCookies(await context.cookies())
    const page = await plain.newPage()
    await page.goto(`${home}/review`)
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.waitForURL(/\/my\/dossiers\/[0-9a-f-]+\/payment$/)
  })
})
