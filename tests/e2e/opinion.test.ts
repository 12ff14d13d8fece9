import { expect, inject, it } from 'vitest'
import { sceneForFile } from '@/tests/helpers/browser'
import { aCaseUnderWork } from '@/tests/helpers/cases'
import { unfold } from '@/tests/helpers/office-desk'
import { enter, look, until } from '@/tests/journey/scene'
import { expectAccessible } from './axe'

const { env } = inject('stack')
const PATIENCE = 5 * 60_000
const UNIT = 'pccc@demo.test'

const scene = sceneForFile()

type Mail = { to: string[]; subject: string; text: string }

/** What a pattern finds in the newest letter to the unit. */
function inLetter(pattern: RegExp): Promise<string> {
  return until(`a letter with ${pattern}`, async () => {
    const answer = await fetch(`${scene.mailbox}/api/messages?to=${encodeURIComponent(UNIT)}`)
    const mails = (await answer.json()) as Mail[]
    return mails.map(({ text }) => text.match(pattern)?.[1]).find(Boolean)
  })
}

async function asks(dossierId: string): Promise<void> {
  const { page, context } = await enter(scene, 'Lê Minh', { to: `/office/dossiers/${dossierId}` })
  await unfold(page, 'Lấy ý kiến')
  await page.getByLabel('Đơn vị, cơ quan').fill('Phòng Cảnh sát PCCC')
  await page.getByLabel('Thư điện tử của đơn vị').fill(UNIT)
  await page.getByLabel('Nội dung cần ý kiến').fill('Cơ sở có bảo đảm phòng cháy không?')
  await page.locator('input[name=answerKind][value=yes-no]').check()
  const day = page.getByLabel('Trả lời đến hết ngày')
  const today = Date.parse(`${await day.getAttribute('min')}T00:00:00Z`)
  await day.fill(new Date(today + 7 * 86_400_000).toISOString().slice(0, 10))
  await page.locator('input[name^="papers."]').first().check()
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByRole('status').filter({ hasText: 'Lấy ý kiến' }).waitFor()
  await look(scene, page, 'opinion-asked')
  await context.close()
}

async function answers(): Promise<void> {
  const link = await inLetter(/(http\S+\/opinion\/\S+)/)
  const context = await scene.open()
  const page = await context.newPage()
  await page.goto(`${link.slice(0, -4)}XXXX`)
  await page.getByText('không đúng hoặc không còn hiệu lực').waitFor()
  await page.goto(link)
  expect(await page.getByText('phòng cháy').count()).toBe(0)
  await look(scene, page, 'opinion-door')
  await page.getByRole('button', { name: 'Gửi mã vào thư' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã gửi mã' }).waitFor()
  await page.getByLabel('Mã trong thư').fill(await inLetter(/Mã: (\d{6})/))
  await page.getByRole('button', { name: 'Xem nội dung' }).click()
  await page.getByText('Cơ sở có bảo đảm phòng cháy không?').waitFor()
  await look(scene, page, 'opinion-question')
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href*="/papers/"]').first().click(),
  ])
  expect(await paper.failure()).toBeNull()
  await page.locator('input[name=agrees][value=yes]').check()
  await page.getByLabel('Ý kiến', { exact: true }).fill('Cơ sở bảo đảm điều kiện phòng cháy.')
  await page.getByLabel('Họ tên người trả lời').fill('Trần Mẫu')
  await page.getByLabel('Chức danh').fill('Trưởng phòng')
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByText('Ý kiến đã được gửi').waitFor()
  await expectAccessible(page)
  await context.close()
}

it(
  'another unit answers by link, signed in by a code from its own mailbox',
  async () => {
    const dossierId = await aCaseUnderWork(env)
    await asks(dossierId)
    await answers()
    const { page, context } = await enter(scene, 'Lê Minh', { to: `/office/dossiers/${dossierId}` })
    await page.getByText('Cơ sở bảo đảm điều kiện phòng cháy.').waitFor()
    await look(scene, page, 'opinion-joined')
    await context.close()
  },
  PATIENCE,
)
