import { type Entry, entriesOf, formsOf, type HtmlForm } from './html-forms'

/** Somebody with a browser that runs no script: cookies, pages and forms. */
export type Visitor = { cookies: Map<string, string> }
export type Page = { url: string; status: number; html: string }

type Sending = { method: 'GET' } | { method: 'POST'; body: BodyInit; from: string }

const ANSWER_WITHIN = 60_000
const REDIRECTS = 20

export const newVisitor = (): Visitor => ({ cookies: new Map() })

/** Opens an address and follows where it leads. */
export function visit(visitor: Visitor, url: string): Promise<Page> {
  return send(visitor, url, { method: 'GET' })
}

/** Sends a form to where it says, or back to its page. */
export function press(
  visitor: Visitor,
  page: Page,
  { form, button, file }: { form: HtmlForm; button?: Entry; file?: { name: string; blob: File } },
): Promise<Page> {
  const body = new FormData()
  for (const [name, value] of entriesOf(form, button)) body.append(name, value)
  if (file) body.append(file.name, file.blob)
  const target = form.action === '' ? page.url : new URL(form.action, page.url).href
  // The neighbours read plain forms only, and so do forms without an encoding of their own.
  const isOurs = file !== undefined || form.controls.some(({ name }) => name.startsWith('$ACTION'))
  const sent = isOurs ? body : new URLSearchParams(entriesOf(form, button).map(([n, v]) => [n, v]))
  return send(visitor, target, { method: 'POST', body: sent, from: page.url })
}

/** The form of a page for which something holds. */
export function formOn(page: Page, holds: (form: HtmlForm) => boolean): HtmlForm {
  const form = formsOf(page.html).find(holds)
  if (!form) throw new Error(`no such form on ${page.url} (${page.status})`)
  return form
}

async function send(visitor: Visitor, url: string, sending: Sending): Promise<Page> {
  let [at, how] = [url, sending]
  for (let hops = 0; hops < REDIRECTS; hops += 1) {
    const response = await ask(visitor, at, how)
    const location = response.headers.get('location')
    if (!location) return { url: at, status: response.status, html: await response.text() }
    await response.body?.cancel()
    at = new URL(location, at).href
    how = { method: 'GET' }
  }
  throw new Error(`${url} leads in circles`)
}

async function ask(visitor: Visitor, url: string, sending: Sending): Promise<Response> {
  const response = await fetch(url, {
    method: sending.method,
    headers: headersOf(visitor, sending),
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN),
    ...(sending.method === 'POST' && { body: sending.body }),
  })
  keepCookies(visitor, response)
  return response
}

function headersOf({ cookies }: Visitor, sending: Sending): Record<string, string> {
  return {
    'user-agent': 'onedoor-proof',
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    ...(sending.method === 'POST' && {
      origin: new URL(sending.from).origin,
      referer: sending.from,
    }),
  }
}

function keepCookies({ cookies }: Visitor, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    if (value === '' || attributes.some(isOver)) cookies.delete(name)
    else cookies.set(name, value)
  }
}

function isOver(attribute: string): boolean {
  const [name = '', value = ''] = attribute.trim().split('=')
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0
  return name.toLowerCase() === 'expires' && Date.parse(value) < Date.now()
}
