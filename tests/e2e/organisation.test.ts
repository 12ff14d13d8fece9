import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { CLINIC_PAPERS, clinicAnswers } from '@/tests/factories/answers'
import { sceneForFile } from '@/tests/helpers/browser'
import { beginDraft } from '@/tests/helpers/draft'
import { answerAll, attach } from '@/tests/helpers/fill-draft'
import { enter, look } from '@/tests/journey/scene'

const { origin } = inject('stack')
const PATIENCE = 5 * 60_000
const COMPANY = 'Công ty TNHH Nha khoa An Bình'
const scene = sceneForFile()

/** The day in Viet Nam, so many days from now. */
function day(ahead: number): string {
  return new Date(Date.now() + (ahead * 24 + 7) * 60 * 60_000).toISOString().slice(0, 10)
}

async function invites(page: Page): Promise<void> {
  await page.getByLabel('Họ và tên').fill('Văn phòng Tư vấn Mẫu')
  await page.getByLabel('Đơn vị, người tư vấn được ủy quyền').check()
  await page.getByLabel('Số định danh cá nhân').fill('001 088 000 777')
  await page.getByRole('button', { name: 'Gửi lời mời' }).click()
  await page.getByText('phải có số và ngày văn bản ủy quyền').waitFor()
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Văn phòng Tư vấn Mẫu')
  await page.getByLabel('Số văn bản').fill('07/GUQ-AB')
  await page.getByLabel('Ngày văn bản').fill(day(0))
  await page.getByLabel('Từ ngày').fill(day(0))
  await page.getByLabel('Đến hết ngày').fill(day(60))
  await page.getByRole('button', { name: 'Gửi lời mời' }).click()
  await page.getByText('Đã gửi lời mời.').waitFor()
}

it(
  'a company invites a consultant without JavaScript, and ends that again',
  async () => {
    const context = await scene.open({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/login/eid?callbackUrl=/my/organisation`)
    await page.getByRole('button', { name: 'Đặng Quốc Việt' }).click()
    await page.waitForURL((url) => url.pathname === '/choose-capacity')
    await page.getByRole('button', { name: COMPANY }).click()
    await page.getByRole('heading', { name: 'Mời thành viên' }).waitFor()
    await invites(page)
    const row = page.getByRole('row', { name: /Văn phòng Tư vấn Mẫu/ })
    await row.getByText('Văn bản số 07/GUQ-AB').waitFor()
    await row.getByRole('link', { name: /^Kết thúc/ }).click()
    await page.getByText('những phần đang giao cho họ').waitFor()
    await page.getByRole('button', { name: /^Kết thúc tư cách của/ }).click()
    await page.getByText('Đã kết thúc. Người này').waitFor()
    await row.getByText('Đã kết thúc').waitFor()
  },
  PATIENCE,
)

it(
  'a preparer writes, a doctor confirms a section, the representative approves, and it is filed',
  async () => {
    const doctor = await enter(scene, 'Nguyễn Hữu Nha', { acting: COMPANY })
    const preparer = await enter(scene, 'Phạm Thu Soạn', { acting: COMPANY })
    await look(scene, preparer.page, 'organisation-my')
    const as = { fullName: 'Phạm Thu Soạn', acting: COMPANY }
    const home = await beginDraft(preparer.page, as)
    await answerAll(preparer.page, home, clinicAnswers())
    for (const paper of CLINIC_PAPERS) await attach(preparer.page, home, paper)
    await preparer.page.goto(home)
    await preparer.page.getByText('Giao một phần cho người khác').click()
    await preparer.page.getByLabel('Phần', { exact: true }).selectOption('facility')
    await preparer.page
      .getByLabel('Giao cho')
      .selectOption({ label: 'Nguyễn Hữu Nha, Người chịu trách nhiệm chuyên môn' })
    await preparer.page.getByLabel(/Hạn làm xong/).fill(day(2))
    await preparer.page.getByRole('button', { name: 'Giao phần này' }).click()
    await preparer.page.getByText('Chờ Nguyễn Hữu Nha').waitFor()
    await look(scene, preparer.page, 'organisation-sections')

    await doctor.page.goto(`${origin}/my`)
    await look(scene, doctor.page, 'organisation-needs-you')
    await doctor.page.goto(home)
    expect(await doctor.page.getByText('Kiểm tra và nộp').count()).toBe(0)
    await look(scene, doctor.page, 'organisation-given-sections')
    await doctor.page.goto(`${home}/team/facility`)
    await doctor.page.getByLabel('Ý kiến của bạn').fill('Tên cơ sở đã đúng.')
    await doctor.page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await doctor.page.getByText('Đã gửi ý kiến.').waitFor()
    await doctor.page.getByRole('button', { name: 'Phần này đã xong' }).click()
    await doctor.page.getByText('Bạn đã xác nhận phần này.').waitFor()
    await look(scene, doctor.page, 'organisation-talk')

    await preparer.page.goto(`${home}/review`)
    expect(await preparer.page.getByRole('button', { name: 'Nộp hồ sơ' }).count()).toBe(0)
    await look(scene, preparer.page, 'organisation-ask')
    await preparer.page.getByRole('button', { name: 'Trình người đại diện duyệt' }).click()
    await preparer.page.getByText('Đã trình người đại diện duyệt.').waitFor()

    const head = await enter(scene, 'Đặng Quốc Việt', { acting: COMPANY })
    await head.page.getByRole('link', { name: /^Duyệt trước khi nộp/ }).click()
    await head.page.getByRole('button', { name: 'Duyệt để nộp' }).waitFor()
    await look(scene, head.page, 'organisation-decide')
    await head.page.getByRole('button', { name: 'Duyệt để nộp' }).click()
    await head.page.getByText('Đã duyệt. Người soạn được báo ngay').waitFor()
    await head.page.goto(`${origin}/my/organisation`)
    await look(scene, head.page, 'organisation')
    await head.page
      .getByRole('link', { name: /^Kết thúc/ })
      .first()
      .click()
    await head.page.getByRole('button', { name: /^Kết thúc tư cách của/ }).waitFor()
    await look(scene, head.page, 'organisation-end')

    await preparer.page.goto(`${home}/review`)
    await preparer.page.getByText('Người đại diện đã duyệt').first().waitFor()
    await preparer.page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await preparer.page.waitForURL(/\/payment$/)
    expect(await preparer.page.getByRole('link', { name: /^Nộp 4/ }).count()).toBe(0)
    const dossier = preparer.page.url().replace('/payment', '')
    await preparer.page.goto(dossier)
    await preparer.page.getByText('Duyệt: Đặng Quốc Việt').waitFor()
    await look(scene, preparer.page, 'organisation-dossier')

    const accountant = await enter(scene, 'Lý Minh Toán', { acting: COMPANY })
    await accountant.page.goto(dossier)
    await accountant.page.getByText('Vai trò của bạn không xem nội dung đã khai.').waitFor()
    await accountant.page.getByRole('link', { name: 'Nộp phí' }).waitFor()
  },
  PATIENCE,
)
