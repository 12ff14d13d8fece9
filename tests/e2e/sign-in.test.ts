import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { browserForFile } from '@/tests/helpers/browser'
import { actFor, demoAccount, enterPassword, signInByEid } from '@/tests/helpers/sign-in'
import { arriveOn, expectAccessible } from './axe'

const { origin, urls } = inject('stack')
const open = browserForFile()
const SESSION = '__Host-session'

const pathOf = (page: Page) => page.url().slice(origin.length)

/** Whether the person would be let in to their own pages. */
async function isSignedIn(page: Page): Promise<boolean> {
  await page.goto(`${origin}/my`)
  return new URL(page.url()).pathname === '/my'
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('signing in %s', (_name, javaScriptEnabled) => {
  it('by e-ID: choose for whom, come back where one wanted to be, sign out', async () => {
    const page = await (await open({ javaScriptEnabled })).newPage()
    await page.goto(`${origin}/login?callbackUrl=${encodeURIComponent('/my?from=test')}`)
    await page.getByRole('link', { name: 'Đăng nhập bằng định danh điện tử' }).click()
    await page.getByRole('button', { name: 'Lê Thị Mẫu' }).click()
    await page.getByRole('heading', { name: 'Bạn làm việc cho ai?' }).waitFor()
    await actFor(page, 'Chính tôi')
    expect(pathOf(page)).toBe('/my?from=test')
    await page.goto(`${origin}/sign-out`)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByRole('heading', { name: 'Bạn đã đăng xuất' }).waitFor()
    await expect(isSignedIn(page)).resolves.toBe(false)
  })

  it('by password and code, to the office; nothing but the address stays after a mistake', async () => {
    const page = await (await open({ javaScriptEnabled })).newPage()
    const account = await demoAccount(javaScriptEnabled ? 'clerk.hn' : 'cashier.hn')
    await page.goto(`${origin}/login/officer`)
    await enterPassword(page, { ...account, password: 'khong dung' })
    await page.getByText('chưa đúng').first().waitFor()
    await expect(page.getByLabel('Thư điện tử công vụ').inputValue()).resolves.toBe(account.email)
    await expect(page.getByLabel('Mật khẩu', { exact: true }).inputValue()).resolves.toBe('')
    await enterPassword(page, account)
    await page.waitForURL(`${origin}/office**`)
    const again = await (await open({ javaScriptEnabled })).newPage()
    await again.goto(`${origin}/login/officer`)
    await enterPassword(again, account)
    await again.getByText('hãy đợi mã tiếp theo').first().waitFor()
  })
})

describe('a session', () => {
  it('is dead on the server after sign-out, even when its cookie comes back', async () => {
    const context = await open()
    const page = await context.newPage()
    await signInByEid(page, 'Trần Văn Thử')
    expect(pathOf(page)).toBe('/my')
    const stolen = await context.cookies()
    await page.goto(`${origin}/sign-out`)
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByRole('heading', { name: 'Bạn đã đăng xuất' }).waitFor()
    await context.addCookies(stolen)
    await expect(isSignedIn(page)).resolves.toBe(false)
    await page.getByRole('heading', { name: 'Phiên làm việc đã kết thúc' }).waitFor()
  })

  it('is worth nothing in another browser', async () => {
    const context = await open()
    await signInByEid(await context.newPage(), 'Trần Văn Thử')
    const thief = await open({ userAgent: 'another browser' })
    await thief.addCookies(await context.cookies())
    await expect(isSignedIn(await thief.newPage())).resolves.toBe(false)
  })

  it('begins anew with each sign-in, and the one before ends', async () => {
    const context = await open()
    const page = await context.newPage()
    await signInByEid(page, 'Trần Văn Thử')
    const before = (await context.cookies()).filter(({ name }) => name === SESSION)
    await signInByEid(page, 'Trần Văn Thử')
    const other = await open()
    await other.addCookies(before)
    await expect(isSignedIn(page)).resolves.toBe(true)
    await expect(isSignedIn(await other.newPage())).resolves.toBe(false)
  })

  it('leaves no cookie with visitors, and guarded ones with people', async () => {
    const context = await open()
    const page = await context.newPage()
    await page.goto(`${origin}/login`)
    await expect(context.cookies(origin)).resolves.toEqual([])
    await signInByEid(page, 'Trần Văn Thử')
    const own = (await context.cookies(origin)).filter(({ name }) => name.startsWith('__Host-'))
    expect(own.map(({ name }) => name)).toContain(SESSION)
    for (const cookie of own) {
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    }
  })
})

describe('acting for somebody', () => {
  it('lets a representative choose a company and change to another', async () => {
    const page = await (await open()).newPage()
    await signInByEid(page, 'Đặng Quốc Việt', { acting: 'Nha khoa An Bình' })
    expect(pathOf(page)).toBe('/my')
    await arriveOn(page, `${origin}/choose-capacity`)
    await page.getByRole('button', { name: /An Bình.*đang chọn/ }).waitFor()
    await actFor(page, 'Y khoa Bình Minh')
    await page.goto(`${origin}/choose-capacity`)
    await page.getByRole('button', { name: /Bình Minh.*đang chọn/ }).waitFor()
  })

  it('asks no officer on the way to the office', async () => {
    const page = await (await open()).newPage()
    await signInByEid(page, 'Trần Thu Hà', { returnTo: '/office' })
    expect(pathOf(page)).toMatch(/^\/office/)
  })
})

describe('what goes wrong', () => {
  it('says that signing in was cancelled, and remembers where one wanted to be', async () => {
    const page = await (await open()).newPage()
    await page.goto(`${origin}/login/eid?callbackUrl=/my`)
    await page.getByRole('button', { name: 'Hủy' }).click()
    await page.getByRole('heading', { name: 'Bạn đã hủy đăng nhập' }).waitFor()
    const link = page.getByRole('link', { name: 'Đăng nhập bằng định danh điện tử' })
    await expect(link.getAttribute('href')).resolves.toBe('/login/eid?callbackUrl=%2Fmy')
  })

  it('leads back to the same form when the session ended under it', async () => {
    const context = await open()
    const page = await context.newPage()
    await signInByEid(page, 'Đặng Quốc Việt', { acting: 'Nha khoa An Bình' })
    await page.goto(`${origin}/choose-capacity?callbackUrl=${encodeURIComponent('/my?step=3')}`)
    const otherTab = await context.newPage()
    await otherTab.goto(`${origin}/sign-out`)
    await otherTab.getByRole('button', { name: 'Đăng xuất' }).click()
    await otherTab.getByRole('heading', { name: 'Bạn đã đăng xuất' }).waitFor()
    await page.getByRole('button', { name: 'Chính tôi' }).click()
    await page.getByRole('link', { name: 'Đăng nhập bằng định danh điện tử' }).click()
    await page.getByRole('button', { name: 'Đặng Quốc Việt' }).click()
    await actFor(page, 'Chính tôi')
    expect(pathOf(page)).toBe('/my?step=3')
  })

  it('refuses an answer of the e-ID that nobody here asked for', async () => {
    const page = await (await open()).newPage()
    await page.goto(`${origin}/api/auth/callback/eid?code=stolen&state=forged`)
    await page.getByRole('heading', { name: 'Chưa đăng nhập được' }).waitFor()
    await expect(isSignedIn(page)).resolves.toBe(false)
  })

  it('keeps the other doors of the sign-in library shut', async () => {
    for (const door of ['session', 'csrf', 'providers', 'signin', 'signout', 'callback/officer']) {
      const answer = await fetch(`${origin}/api/auth/${door}`)
      expect(answer.status, door).toBe(404)
    }
    const logged = await fetch(`${origin}/api/auth/_log`, { method: 'POST' })
    expect(logged.status).toBe(405)
  })

  it.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/api/metrics',
    'javascript:alert(1)',
  ])('does not lead on to %s after signing in', async (callbackUrl) => {
    const page = await (await open()).newPage()
    await signInByEid(page, 'Trần Văn Thử', { returnTo: callbackUrl })
    expect(pathOf(page)).toBe('/my')
  })
})

describe('for everybody', () => {
  it.each(['/login', '/login/officer', '/signed-out', '/login?error=failed'])(
    '%s stands in nobody’s way',
    async (path) => {
      const page = await (await open({ viewport: { width: 360, height: 800 } })).newPage()
      await arriveOn(page, origin + path)
    },
  )

  it('tells a screen reader about mistakes in the form, and leads to them', async () => {
    const page = await (await open()).newPage()
    await page.goto(`${origin}/login/officer`)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.getByRole('link', { name: 'Hãy nhập mật khẩu.' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Hãy nhập mật khẩu.' }).click()
    await expect(
      page
        .getByLabel('Mật khẩu', { exact: true })
        .evaluate((box) => box === document.activeElement),
    ).resolves.toBe(true)
  })

  it('speaks English throughout when asked', async () => {
    const page = await (await open()).newPage()
    await page.goto(`${origin}/login?lang=en`)
    await page.getByRole('link', { name: 'Sign in with electronic identity' }).click()
    await page.getByRole('button', { name: 'Lê Thị Mẫu' }).click()
    await page.getByRole('heading', { name: 'For whom are you acting?' }).waitFor()
    await expectAccessible(page)
  })

  it('holds for the neighbours too', async () => {
    const page = await (await open({ viewport: { width: 360, height: 800 } })).newPage()
    await arriveOn(page, `${origin}/login/eid`)
    for (const path of ['/', '/mail', '/texts', '/codes']) await arriveOn(page, urls.mailbox + path)
    await arriveOn(page, `${urls.payment}/`)
  })
})
