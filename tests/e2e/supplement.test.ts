import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { sceneForFile } from '@/tests/helpers/browser'
import { aCaseUnderWork, aPaidCase } from '@/tests/helpers/cases'
import { atTheBench, press } from '@/tests/helpers/office-desk'
import { aPdf } from '@/tests/helpers/pdf'
import { arrive, enter, until } from '@/tests/journey/scene'
import { arriveOn, expectAccessible } from './axe'

const { origin, env } = inject('stack')
const scene = sceneForFile()
const PHONE = { viewport: { width: 360, height: 780 } }
const PATIENCE = 6 * 60_000

/** Two items: a row is added, an empty one is named, the list goes to the desk. */
async function writesTheRequest(page: Page, dossierId: string): Promise<void> {
  await arriveOn(page, `${origin}/office/dossiers/${dossierId}`)
  await page.getByRole('link', { name: 'Soạn yêu cầu bổ sung' }).click()
  await page.waitForURL(/\/supplement$/)
  await page.getByText('Đúng hạn luật định').waitFor()
  await page.getByLabel('Lý do chung, in trên phiếu').fill('Hồ sơ chưa đủ điều kiện thẩm định.')
  await fillItem(page, 0, ['field:facility_name', 'mismatch', 'Tên chưa khớp giấy đăng ký.'])
  await page.getByRole('button', { name: 'Thêm nội dung' }).click()
  await page.getByRole('group', { name: 'Nội dung 2' }).waitFor()
  await page.getByRole('button', { name: 'Chuyển bộ phận một cửa' }).click()
  await page.getByRole('alert').filter({ hasText: 'chưa đủ hoặc chưa đúng' }).waitFor()
  await expectAccessible(page)
  expect(await page.locator('[name="item.0.explanation"]').inputValue()).toContain('chưa khớp')
  await fillItem(page, 1, ['paper:rp-licence', 'illegible', 'Trang 2 mờ.'])
  await press(page, 'Chuyển bộ phận một cửa', /đề nghị yêu cầu bổ sung/)
}

async function fillItem(page: Page, row: number, [subject, reason, wrong]: string[]) {
  const box = (part: string) => page.locator(`[name="item.${row}.${part}"]`)
  await box('subject').selectOption(subject ?? '')
  await box('reasonKey').selectOption(reason ?? '')
  await box('explanation').fill(wrong ?? '')
  await box('goodExample').fill('Đúng như giấy tờ gốc, rõ và đủ trang.')
}

it(
  'what is missing is asked for, answered on a phone, compared and judged',
  async () => {
    const dossierId = await aCaseUnderWork(env)
    const officer = await atTheBench(scene, 'Lê Minh', dossierId)
    await writesTheRequest(officer, dossierId)

    const desk = await atTheBench(scene, 'Trần Thu Hà', dossierId)
    await expectAccessible(desk)
    await desk.getByText('Thời hạn tính lại từ đầu khi nhận đủ').first().waitFor()
    await press(desk, 'Gửi yêu cầu', /Gửi yêu cầu bổ sung/)

    const owner = await (await scene.open(PHONE)).newPage()
    await arrive(owner, origin, { fullName: 'Lê Thị Mẫu', to: `/my/dossiers/${dossierId}` })
    await expectAccessible(owner)
    await owner.getByRole('link', { name: 'Xem và bổ sung' }).click()
    await owner.waitForURL(/\/supplement$/)
    await expectAccessible(owner)
    await owner.getByText('Tên chưa khớp giấy đăng ký.').waitFor()
    expect(await owner.locator('[name="storeys"]').count()).toBe(0)
    await owner.locator('[name="facility_name"]').fill('Phòng khám Hoa Sen')
    await owner.locator('button[name="_do"][value="continue"]').click()
    await owner.waitForURL(/\/supplement\/review$/)
    await owner.getByText('Còn 1 việc trước khi gửi').waitFor()
    await owner.goto(`${origin}/my/dossiers/${dossierId}/supplement`)
    const file = { name: 'ban-moi.pdf', mimeType: 'application/pdf', buffer: await aPdf('GPHN') }
    await owner.locator('#paper-rp-licence input[type=file]').setInputFiles([file])
    // Once it is checked it can be opened: only then it has surely arrived.
    const opened = owner.locator('#paper-rp-licence').getByRole('link', { name: 'ban-moi.pdf' })
    await opened.waitFor({ timeout: 60_000 })
    await arriveOn(owner, `${origin}/my/dossiers/${dossierId}/supplement/review`)
    await owner.getByText('Phòng khám Răng Hàm Mặt An Bình').first().waitFor()
    await owner.getByRole('button', { name: 'Gửi bổ sung' }).dblclick()
    await owner.waitForURL(new RegExp(`/my/dossiers/${dossierId}$`))
    const slip = owner.getByRole('link', { name: 'Tải phiếu yêu cầu bổ sung (Mẫu số 02)' })
    await until('the slip', async () => {
      if ((await slip.count()) > 0) return true
      await owner.reload()
      return false
    })

    await arriveOn(officer, `${origin}/office/dossiers/${dossierId}`)
    await officer.getByText('Phòng khám Hoa Sen').first().waitFor()
    for (const box of await officer.locator('input[value=accepted][name^="verdict."]').all())
      await box.check()
    await press(officer, 'Lưu kết luận', /Kiểm tra nội dung bổ sung/)
    await expectAccessible(officer)
  },
  PATIENCE,
)

it(
  'asked at intake, it is answered without JavaScript, and a closed door says 409',
  async () => {
    const dossierId = await aPaidCase(env)
    const { page: desk } = await enter(scene, 'Trần Thu Hà', {
      to: `/office/dossiers/${dossierId}/supplement`,
    })
    await desk.getByLabel('Lý do chung, in trên phiếu').fill('Hồ sơ chưa đầy đủ để tiếp nhận.')
    await fillItem(desk, 0, ['field:facility_name', 'mismatch', 'Tên chưa khớp giấy đăng ký.'])
    await press(desk, 'Gửi yêu cầu cho người nộp', /Yêu cầu bổ sung trước khi tiếp nhận/)

    const { page: owner } = await enter(scene, 'Lê Thị Mẫu', {
      to: `/my/dossiers/${dossierId}/supplement`,
    })
    const closed = await owner.evaluate(async (id) => {
      const answer = await fetch(`/api/dossiers/${id}/supplement`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version: 0, entries: [['storeys', '9']] }),
      })
      return { status: answer.status, code: (await answer.json()).code }
    }, dossierId)
    expect(closed).toEqual({ status: 409, code: 'closed-item' })

    const state = await owner.context().storageState()
    const plain = await (
      await scene.open({ javaScriptEnabled: false, storageState: state })
    ).newPage()
    await plain.goto(`${origin}/my/dossiers/${dossierId}/supplement`)
    await plain.locator('[name="facility_name"]').fill('Phòng khám Hoa Sen')
    await plain.locator('button[name="_do"][value="continue"]').click()
    await plain.waitForURL(/\/supplement\/review$/)
    await plain.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await plain.waitForURL(new RegExp(`/my/dossiers/${dossierId}$`))

    await arriveOn(owner, `${origin}/my/dossiers/${dossierId}`)
    await owner.getByRole('button', { name: 'Sửa nội dung hồ sơ' }).click()
    await owner.waitForURL(/\/my\/drafts\/[0-9a-f-]+$/)
    const draft = owner.url()
    await owner.goto(`${draft}/it`)
    await owner.locator('[name="his_software"]').fill('Phần mềm Hoa Sen')
    await owner.locator('button[name="_do"][value="continue"]').click()
    await owner.waitForURL((url) => !url.pathname.endsWith('/it'))
    await arriveOn(owner, `${draft}/review`)
    await owner.getByRole('button', { name: 'Gửi thay đổi' }).click()
    await owner.waitForURL(new RegExp(`/my/dossiers/${dossierId}$`))

    await arriveOn(desk, `${origin}/office/dossiers/${dossierId}`)
    await desk.getByText('người nộp tự thay đổi').first().waitFor()
    await arriveOn(desk, `${origin}/office/closing`)
  },
  PATIENCE,
)
