import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { sceneForFile } from '@/tests/helpers/browser'
import { aCaseUnderWork } from '@/tests/helpers/cases'
import { unfold } from '@/tests/helpers/office-desk'
import { enter, look } from '@/tests/journey/scene'

const { origin, env } = inject('stack')
const PATIENCE = 5 * 60_000
const PROCESS = 'gphd-specialist-clinic-new'

const scene = sceneForFile()

/** The day in Viet Nam, so many days from now. */
function day(ahead: number): string {
  return new Date(Date.now() + (ahead * 24 + 7) * 60 * 60_000).toISOString().slice(0, 10)
}

async function lends(page: Page): Promise<void> {
  await page.getByLabel('Người nhận quyền').selectOption({ label: 'Đỗ Thị Hạnh, Phó Giám đốc' })
  await page.getByLabel('TUQ. (thừa ủy quyền)').check()
  await page.getByLabel('Phân công thụ lý').check()
  await page.getByLabel('Từ ngày').fill(day(3))
  await page.getByLabel('Đến hết ngày').fill(day(2))
  await page.getByLabel('Số văn bản').fill('118/UQ-SYT')
  await page.getByLabel('Ngày văn bản').fill(day(0))
  await page.getByRole('button', { name: 'Giao quyền' }).click()
  await page.getByText('Thời hạn chưa hợp lệ').waitFor()
  await look(scene, page, 'lending-refused')
  await expect(page.getByLabel('Số văn bản').inputValue()).resolves.toBe('118/UQ-SYT')
  await expect(page.getByLabel('Phân công thụ lý').isChecked()).resolves.toBe(true)
  await page.getByLabel('Từ ngày').fill(day(0))
  await page.getByLabel('Đến hết ngày').fill(day(7))
  await page.getByRole('button', { name: 'Giao quyền' }).click()
  await page.getByText('Đã giao quyền.').waitFor()
}

it(
  'a director lends powers, the deputy acts in his place, and they end when he takes them back',
  async () => {
    const dossierId = await aCaseUnderWork(env)
    const director = await enter(scene, 'Nguyễn Văn Mẫu', { to: '/office/delegations' })
    await look(scene, director.page, 'delegations')
    await lends(director.page)
    await look(scene, director.page, 'lent')

    const acting = /^Thay Giám đốc Nguyễn Văn Mẫu \(TUQ\.\)/
    const deputy = await enter(scene, 'Đỗ Thị Hạnh', {
      acting: 'Phó Giám đốc Sở Y tế',
      to: `/office/dossiers/${dossierId}`,
    })
    await deputy.page.goto(`${origin}/choose-capacity?callbackUrl=/office/dossiers/${dossierId}`)
    await look(scene, deputy.page, 'choose')
    await deputy.page.getByRole('button', { name: acting }).click()
    await deputy.page.getByText('thay Nguyễn Văn Mẫu theo ủy quyền').first().waitFor()
    await look(scene, deputy.page, 'in-his-place')
    await unfold(deputy.page, 'Phân công')
    await deputy.page.getByLabel('Chuyên viên', { exact: true }).selectOption({ index: 1 })
    await expect(
      deputy.page
        .getByLabel('Chuyên viên', { exact: true })
        .locator('option', { hasText: 'Gợi ý' })
        .count(),
    ).resolves.toBe(1)
    await deputy.page.getByRole('button', { name: 'Phân công lại' }).click()
    await deputy.page.getByText('Đã phân công.').waitFor()
    await expect(
      deputy.page.getByRole('heading', { name: 'Khai báo xung đột lợi ích' }).count(),
    ).resolves.toBe(0)

    await director.page.goto(`${origin}/office/delegations`)
    await director.page.getByRole('button', { name: 'Thu hồi' }).first().click()
    await director.page.getByText('Đã thu hồi quyền.').waitFor()
    await deputy.page.goto(`${origin}/office/dossiers/${dossierId}`)
    await deputy.page.waitForURL(/\/choose-capacity/)
    await expect(deputy.page.getByRole('button', { name: acting }).count()).resolves.toBe(0)
    await director.page.goto(`${origin}/office/process/${PROCESS}`)
    await look(scene, director.page, 'process')
    await Promise.all([director.context.close(), deputy.context.close()])
  },
  PATIENCE,
)

it(
  'a case officer declares an interest, and the dossier is gone from sight',
  async () => {
    const dossierId = await aCaseUnderWork(env)
    const { page, context } = await enter(scene, 'Lê Minh', { to: `/office/dossiers/${dossierId}` })
    await unfold(page, 'Khai báo xung đột lợi ích')
    const form = page.getByRole('form', { name: 'Khai báo xung đột lợi ích' })
    await form.getByLabel('Lợi ích hoặc quan hệ liên quan').fill('Người nộp là em ruột của tôi.')
    await look(scene, page, 'declaring')
    await form.getByRole('button', { name: 'Khai báo và rời hồ sơ' }).click()
    await page.getByText('Đã ghi nhận khai báo').waitFor()
    await look(scene, page, 'declared')
    await expect(page.locator(`a[href*="${dossierId}"]`).count()).resolves.toBe(0)
    const gone = await page.goto(`${origin}/office/dossiers/${dossierId}`)
    expect(gone?.status()).toBe(404)
    await context.close()
  },
  PATIENCE,
)
