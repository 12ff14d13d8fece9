import { atTheBench, chooseOfficer, press, typeTheCode, unfold } from '@/tests/helpers/office-desk'
import { closesTheVisit, judgesTheSite, plansTheVisit } from './inspection'
import { enter, look, type Scene, until } from './scene'

type Case = { scene: Scene; dossierId: string }

/** The desk finds the dossier in its queue, reads it and accepts it. */
export async function deskAccepts({ scene, dossierId }: Case): Promise<void> {
  const { page } = await enter(scene, 'Trần Thu Hà', { to: '/office' })
  await page.getByRole('heading', { name: 'Chờ tiếp nhận' }).waitFor()
  await look(scene, page, 'queue-intake')
  await page.locator(`a[href*="${dossierId}"]`).first().click()
  await page.getByRole('heading', { name: 'Xử lý hồ sơ' }).waitFor()
  await until('the page images', async () => {
    if ((await page.locator('img[src*="/pages/1"]').count()) > 0) return true
    await page.reload()
    return false
  })
  await look(scene, page, 'bench-intake')
  await press(page, 'Tiếp nhận hồ sơ', /Đã tiếp nhận/)
  await page.context().close()
}

/** The head of division gives it to a case officer. */
export async function headAssigns({ scene, dossierId }: Case): Promise<void> {
  const page = await atTheBench(scene, 'Vũ Đức Thắng', dossierId)
  await chooseOfficer(page, 'Lê Minh')
  await press(page, 'Phân công', /Đã phân công/)
  await page.context().close()
}

/** The case officer judges the checklist, inspects the facility and proposes. */
export async function caseOfficerAppraises({ scene, dossierId }: Case): Promise<void> {
  const page = await atTheBench(scene, 'Lê Minh', dossierId)
  for (const box of await page.locator('input[type=radio][value=pass][name^="verdict."]').all())
    await box.check()
  await press(page, 'Lưu danh mục kiểm tra', /Đã lưu/)
  await page.getByRole('link', { name: 'Mở phần thẩm định tại cơ sở' }).click()
  await page.getByRole('heading', { level: 1, name: 'Thẩm định tại cơ sở' }).waitFor()
  await look(scene, page, 'inspection')
  await plansTheVisit(page, 'Lê Minh, Chuyên viên')
  await judgesTheSite(page)
  await closesTheVisit(page, { finding: 'pass' })
  await look(scene, page, 'inspection-held')
  await page.getByRole('link', { name: 'Về hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Xử lý hồ sơ' }).waitFor()
  await look(scene, page, 'bench-appraisal')
  await page
    .getByLabel('Ý kiến thẩm định')
    .fill('Đủ điều kiện theo quy định, đề nghị cấp giấy phép.')
  await press(page, 'Trình lãnh đạo phòng', /Đã trình lãnh đạo phòng/)
  await page.context().close()
}

/** The head of division sends it back once, then agrees. */
export async function headReviews({ scene, dossierId }: Case): Promise<void> {
  const page = await atTheBench(scene, 'Vũ Đức Thắng', dossierId)
  await unfold(page, 'Trả lại chuyên viên')
  await page.getByLabel('Lý do trả lại').fill('Nêu rõ căn cứ về số ghế nha khoa.')
  await press(page, 'Trả lại', /Đã trả lại/)
  const officer = await atTheBench(scene, 'Lê Minh', dossierId)
  await officer
    .getByLabel('Ý kiến thẩm định')
    .fill('Đã đối chiếu số ghế nha khoa với danh mục thiết bị.')
  await press(officer, 'Trình lãnh đạo phòng', /Đã trình lãnh đạo phòng/)
  await page.reload()
  await page.getByLabel('Ý kiến', { exact: true }).fill('Đồng ý, trình lãnh đạo Sở.')
  await look(scene, page, 'bench-review')
  await press(page, 'Đồng ý, trình lãnh đạo', /Đã trình lãnh đạo cơ quan/)
  await page.context().close()
  await officer.context().close()
}

/** The leader reads the draft, asks for a code, and signs. */
export async function leaderSigns({ scene, dossierId }: Case): Promise<void> {
  const page = await atTheBench(scene, 'Nguyễn Văn Mẫu', dossierId)
  await look(scene, page, 'bench-approval')
  await typeTheCode(scene, page, 'leader.hn')
  await press(page, 'Phê duyệt và ký số', /Đã phê duyệt/)
  await page.context().close()
}

/** The records clerk waits for the signature, then numbers and seals. */
export async function clerkSeals({ scene, dossierId }: Case): Promise<void> {
  const page = await atTheBench(scene, 'Bùi Thị Yến', dossierId)
  await until('the leader’s signature', async () => {
    if ((await page.getByRole('button', { name: 'Cấp số và đóng dấu' }).count()) > 0) return true
    await page.reload()
    return false
  })
  await look(scene, page, 'bench-seal')
  await typeTheCode(scene, page, 'clerk.hn')
  await press(page, 'Cấp số và đóng dấu', /Đã cấp số/)
  await until('the issued licence', async () => {
    if (await page.getByText('đã phát hành').last().isVisible()) return true
    await page.reload()
    return false
  })
  await look(scene, page, 'bench-issued')
  await page.context().close()
}
