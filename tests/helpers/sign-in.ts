import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { signIn } from '@/tests/journey/scene'

const { origin, urls } = inject('stack')

export type Acting = 'Chính tôi' | (string & {})

/**
 * Signs a person of the cast in by e-ID, through its own page. `acting` is the capacity to press when
 * the portal asks: 'Chính tôi', an organisation's name or a position.
 */
export async function signInByEid(
  page: Page,
  fullName: string,
  { acting = 'Chính tôi', returnTo = '/my' }: { acting?: Acting; returnTo?: string } = {},
): Promise<void> {
  await signIn(page, origin, { fullName, acting, to: returnTo })
}

/** Presses a capacity on the page that asks for it. */
export async function actFor(page: Page, acting: Acting): Promise<void> {
  await page.getByRole('button', { name: acting }).click()
  await page.waitForURL((url) => url.pathname !== '/choose-capacity')
}

export type DemoAccount = { email: string; fullName: string; password: string; code: string }

/** What an officer of the demo knows and what their authenticator shows now; `key` as in 'desk.hn'. */
export async function demoAccount(key: string): Promise<DemoAccount> {
  const accounts = (await (await fetch(`${urls.mailbox}/api/codes`)).json()) as DemoAccount[]
  const account = accounts.find(({ email }) => email === `${key}@demo.test`)
  if (!account) throw new Error(`the demo has no officer ${key}`)
  return account
}

/** Fills in the officers' form and sends it. */
export async function enterPassword(
  page: Page,
  { email, password, code }: Pick<DemoAccount, 'email' | 'password' | 'code'>,
): Promise<void> {
  await page.getByLabel('Thư điện tử công vụ').fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByLabel('Mã xác thực', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}
