import type { Answer } from './http'
import type { Places } from './settings'
import { style } from './style'

/** A piece of HTML that is safe as it stands. */
export type Html = { html: string }

type Part = string | number | Html | readonly Html[] | undefined | false

/** Builds HTML; every value that is not HTML already is escaped. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = strings.reduce((all, string, at) => all + string + written(parts[at]), '')
  return { html: text }
}

function written(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(written).join('')
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

type Page = { title: string; neighbour: string; places: Places; body: Html; status?: number }

/** A whole page of one of the neighbours. Each says at its top that it is a stand-in. */
export function page({ title, neighbour, places, body, status = 200 }: Page): Answer {
  const { html: text } = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${neighbour} (bản trình diễn)</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<p class="demo"><strong>Bản trình diễn.</strong> Hệ thống giả lập chạy trên máy của bạn; mọi người và con số đều là bịa.</p>
<p class="name">${neighbour}</p><nav aria-label="Hệ thống giả lập"><ul>
<li><a href="${places.portal}/">Một Cửa Y Tế</a></li>
<li><a href="${places.hub}/">Các hệ thống giả lập</a></li>
</ul></nav></header>
<main><h1>${title}</h1>${body}</main>
</body>
</html>`
  return { status, body: text, headers: { 'content-security-policy': CONTENT_POLICY } }
}

// No form-action: signing in and paying answer a form with a redirect to the portal's own origin.
const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'"

export const styleSheet = (): Answer => ({ type: 'text/css; charset=utf-8', body: style })

const vietnamese = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** A moment as a person in Việt Nam reads it. */
export function localTime(at: Date): string {
  return vietnamese.format(at)
}

/** 1.000.000 đ */
export function dong(amount: number): string {
  return `${amount.toLocaleString('vi-VN')} đ`
}
