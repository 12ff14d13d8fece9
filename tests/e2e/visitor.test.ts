import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { browserForFile } from '@/tests/helpers/browser'
import { arriveOn, expectAccessible } from './axe'

const { origin } = inject('stack')
const open = browserForFile()
const phone = { viewport: { width: 360, height: 740 } }
const procedure = '/procedures/gphd-specialist-clinic-new'

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

async function search(page: Page, box: string, text: string) {
  const field = page.getByRole('searchbox', { name: box })
  await field.fill(text)
  await field.press('Enter')
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a visitor on a phone, %s', (_name, javaScriptEnabled) => {
  const arrive = async (path: string) => {
    const page = await (await open({ ...phone, javaScriptEnabled })).newPage()
    await arriveOn(page, origin + path)
    return page
  }

  it('finds a procedure in everyday words without accents, and reads the answers first', async () => {
    const page = await arrive('/')
    await search(page, 'Tìm thủ tục bằng lời của bạn', 'mo phong kham rang')
    await page.waitForURL('**/procedures?q=*')
    await expectAccessible(page)
    await page.getByRole('link', { name: /phòng khám chuyên khoa/ }).click()
    await page.waitForURL(`**${procedure}`)
    await expectAccessible(page)
    const answers = await page.getByRole('definition').allTextContents()
    expect(answers.join('\n')).toContain('Thẩm định trong 60 ngày')
    expect(answers.join('\n')).toContain('mức thu cần xác nhận')
  })

  it('is helped on when nothing is found', async () => {
    const page = await arrive('/procedures?q=xin+visa')
    await page.getByRole('heading', { name: 'Chưa tìm thấy thủ tục phù hợp' }).waitFor()
    await page.getByRole('link', { name: 'Xem tất cả thủ tục' }).click()
    await page.getByRole('link', { name: /phòng khám chuyên khoa/ }).waitFor()
  })

  it('narrows the list by what it is about and for whom, and keeps the words', async () => {
    const page = await arrive('/procedures?q=cap+lai')
    await page.getByText('Lọc danh sách').click()
    await page.getByLabel('Lĩnh vực').selectOption('duoc-my-pham')
    await page.getByLabel('Dành cho').selectOption('individual')
    await page.getByRole('button', { name: 'Xem kết quả lọc' }).click()
    await page.waitForURL('**/procedures?q=cap+lai&field=duoc-my-pham&applicant=individual*')
    await page.getByRole('heading', { level: 2, name: /thủ tục cho “cap lai”/ }).waitFor()
    await expectAccessible(page)
    const names = await page.getByRole('article').getByRole('link').allTextContents()
    expect(names.join('\n')).toContain('Chứng chỉ hành nghề dược')
    expect(names.join('\n')).not.toContain('phòng khám')
  })

  it('is led out of filters that leave nothing', async () => {
    const page = await arrive('/procedures?agency=cuc-attp&scope=partial')
    await page.getByText('Không có thủ tục nào đúng cả các điều kiện đã chọn.').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: /^Bỏ điều kiện lọc/ }).click()
    await page.getByRole('link', { name: /phòng khám chuyên khoa/ }).waitFor()
  })

  it('learns what to prepare, and takes the answers along to the sign-in', async () => {
    const page = await arrive('/procedures/gphn-reissue')
    await page.getByRole('link', { name: 'Xem cần chuẩn bị gì' }).click()
    await page.getByRole('heading', { level: 1, name: /^Cần chuẩn bị gì/ }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Xem kết quả' }).click()
    await page.getByRole('heading', { name: 'Còn câu hỏi cần trả lời' }).waitFor()
    await expectAccessible(page)
    await page.locator('input[value="loi-co-quan"]').check()
    await page.getByRole('button', { name: 'Xem kết quả' }).click()
    await page.getByRole('heading', { level: 1, name: /^Bạn cần chuẩn bị/ }).waitFor()
    await page.getByText(/Được miễn: .*lỗi của cơ quan cấp/).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Nộp hồ sơ với các câu trả lời này' }).click()
    await page.waitForURL('**/login?callbackUrl=*')
    const back = new URL(page.url()).searchParams.get('callbackUrl')
    expect(back).toBe('/my/start/gphn-reissue?given=reissue_reason%3Dloi-co-quan')
  })

  it('is asked on when an answer opens a question', async () => {
    const page = await arrive(
      '/procedures/gpp-new/prepare?retail_type=nha-thuoc&_asked=retail_type',
    )
    await page.getByText('Câu trả lời của bạn mở thêm câu hỏi').waitFor()
    await expectAccessible(page)
  })

  it('learns of a code that nobody has, and of a box left empty', async () => {
    const page = await arrive('/track')
    await search(page, 'Mã hồ sơ hoặc mã lần nộp', 'H26.15-200101-9999')
    await page.getByText('Không có hồ sơ nào mang mã H26.15-200101-9999').waitFor()
    await expectAccessible(page)
    await search(page, 'Mã hồ sơ hoặc mã lần nộp', '')
    await page.getByText('Hãy nhập mã hồ sơ hoặc mã lần nộp.').waitFor()
    await expectAccessible(page)
  })

  it('checks a licence by a number that does not exist, and by a file that is no licence', async () => {
    const page = await arrive('/verify')
    await search(page, 'Số giấy phép hoặc mã kiểm tra', '99999/HNO-GPHĐ')
    await page.getByText('Không có giấy phép nào mang số này').waitFor()
    await expectAccessible(page)
    const name = 'giay-phep.pdf'
    const file = { name, mimeType: 'application/pdf', buffer: Buffer.from('không phải PDF') }
    await page.getByLabel('Tệp giấy phép (PDF)').setInputFiles(file)
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
    await page.getByText('Không đọc được tệp này').waitFor()
    await expectAccessible(page)
  })

  it('changes the language and stays on the page, with what was asked', async () => {
    const page = await arrive('/procedures?q=phong+kham')
    await page.getByText('Trình đơn', { exact: true }).click()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Procedures' }).waitFor()
    expect(new URL(page.url()).search).toBe('?q=phong+kham')
    await expect(page.locator('html').getAttribute('lang')).resolves.toBe('en')
    await expectAccessible(page)
  })
})

describe('search engines', () => {
  it('find every public page, and are kept out of what belongs to somebody', async () => {
    const map = await (await fetch(`${origin}/sitemap.xml`)).text()
    expect(map).toContain(`${procedure}</loc>`)
    expect(map).not.toContain('/my')
    const robots = await (await fetch(`${origin}/robots.txt`)).text()
    expect(robots).toContain('Disallow: /my')
    expect(robots).toMatch(/Sitemap: .*\/sitemap\.xml/)
  })
})

describe('pages for everybody', () => {
  it.each([
    ['/privacy', 'Quyền riêng tư'],
    ['/help', 'Hướng dẫn và câu hỏi thường gặp'],
    ['/site-map', 'Sơ đồ cổng'],
    ['/accessibility', 'Hỗ trợ tiếp cận'],
    ['/nothing-here', 'Không tìm thấy trang này'],
  ])('%s', async (path, title) => {
    const page = await (await open()).newPage()
    await arriveOn(page, origin + path)
    await expect(heading(page)).resolves.toBe(title)
  })

  it('a shared address may say its language', async () => {
    const page = await (await open()).newPage()
    await arriveOn(page, `${origin}${procedure}?lang=en`)
    expect(page.url()).toBe(origin + procedure)
    await expect(heading(page)).resolves.toContain('specialised clinic')
  })

  it('the first stop of the tab key leads past the header', async () => {
    const page = await (await open()).newPage()
    await page.goto(origin)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe('main')
  })
})
