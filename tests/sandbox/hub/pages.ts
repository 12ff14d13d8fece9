import type { Answer } from '../http'
import { type Html, html, localTime, page } from '../page'
import type { Places } from '../settings'
import type { CurrentCode } from './codes'
import type { Mail } from './mailbox'
import type { TextMessage } from './texts'

const NEIGHBOUR = 'Các hệ thống giả lập'

export function indexPage(places: Places): Answer {
  const links: [string, string, string][] = [
    [`${places.portal}/`, 'Một Cửa Y Tế', 'cổng dịch vụ đang trình diễn'],
    ['/mail', 'Hộp thư', 'mọi thư điện tử mà cổng gửi đi'],
    ['/texts', 'Tin nhắn', 'SMS, mạng xã hội và hộp thư định danh điện tử'],
    ['/codes', 'Mã một lần', 'mã xác thực hiện tại của cán bộ và mã vừa gửi qua SMS'],
    ['/registers', 'Cơ sở dữ liệu', 'đăng ký doanh nghiệp và dân cư'],
    [`${places.eid}/`, 'Định danh điện tử', 'OpenID Connect'],
    [`${places.gateway}/`, 'Cổng thanh toán', 'giao thức VNPAY 2.1.0'],
    [`${places.authority}/`, 'Cơ quan chứng thực chữ ký số', 'OCSP, CRL, dấu thời gian'],
  ]
  const items = links.map(([at, name, what]) => html`<li><a href="${at}">${name}</a>: ${what}</li>`)
  const body = html`<p>Bản trình diễn không nối với hệ thống nào bên ngoài. Những hệ thống dưới đây chạy ngay
trên máy này và nói đúng giao thức thật.</p><ul>${items}</ul>`
  return page({ title: 'Các hệ thống giả lập', neighbour: NEIGHBOUR, places, body })
}

export function mailListPage(places: Places, mails: readonly Mail[]): Answer {
  const rows = mails.map(
    (mail) => html`<tr><td>${localTime(new Date(mail.at))}</td><td>${mail.to.join(', ')}</td>
<td><a href="/mail/${mail.id}">${mail.subject || '(không có tiêu đề)'}</a></td></tr>`,
  )
  const body = mails.length
    ? table('Thư đã nhận', ['Lúc', 'Người nhận', 'Tiêu đề'], rows)
    : html`<p>Chưa có thư nào.</p>`
  return page({ title: 'Hộp thư', neighbour: NEIGHBOUR, places, body })
}

export function mailPage(places: Places, mail: Mail): Answer {
  const files = mail.attachments.map(
    (part, at) =>
      html`<li><a href="/mail/${mail.id}/attachments/${at}">${part.name}</a> (${part.mediaType}, ${part.size} byte)</li>`,
  )
  const body = html`<dl><dt>Từ</dt><dd>${mail.from}</dd><dt>Đến</dt><dd>${mail.to.join(', ')}</dd>
<dt>Lúc</dt><dd>${localTime(new Date(mail.at))}</dd></dl>
${mail.attachments.length > 0 && html`<h2>Tệp đính kèm</h2><ul>${files}</ul>`}
<h2>Nội dung</h2><p class="quiet">Dạng chữ:</p><pre>${linked(mail.text)}</pre>
${mail.html !== null && html`<p><a href="/mail/${mail.id}/html">Xem dạng HTML</a></p>`}
<p><a href="/mail">Hộp thư</a></p>`
  return page({ title: mail.subject || '(không có tiêu đề)', neighbour: NEIGHBOUR, places, body })
}

/** The mail as a mail program would show it: no scripts, nothing loaded from elsewhere. */
export function mailHtml(mail: Mail): Answer {
  const policy =
    "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
  return { body: mail.html ?? '', headers: { 'content-security-policy': policy } }
}

const channels = { sms: 'SMS', social: 'Mạng xã hội', 'eid-inbox': 'Hộp thư định danh' }

export function textListPage(places: Places, messages: readonly TextMessage[]): Answer {
  const rows = messages.map(
    (
      message,
    ) => html`<tr><td>${localTime(new Date(message.at))}</td><td>${channels[message.channel]}</td>
<td>${message.to}</td><td>${linked(message.text)}</td></tr>`,
  )
  const body = messages.length
    ? table('Tin đã nhận', ['Lúc', 'Kênh', 'Người nhận', 'Nội dung'], rows)
    : html`<p>Chưa có tin nhắn nào.</p>`
  return page({ title: 'Tin nhắn', neighbour: NEIGHBOUR, places, body })
}

type Codes = { codes: readonly CurrentCode[]; messages: readonly TextMessage[]; seconds: number }

export function codesPage(places: Places, { codes, messages, seconds }: Codes): Answer {
  const rows = codes.map(
    (entry) => html`<tr><td>${entry.fullName}<br><span class="quiet">${entry.position}</span></td>
<td>${entry.email}</td><td>${entry.password}</td><td class="code">${entry.code}</td></tr>`,
  )
  const sent = messages.flatMap((message) => {
    const code = codeIn(message.text)
    if (!code) return []
    return [
      html`<tr><td>${localTime(new Date(message.at))}</td><td>${message.to}</td><td class="code">${code}</td><td>${message.text}</td></tr>`,
    ]
  })
  const body = html`<h2>Mã xác nhận gửi qua SMS</h2>
${sent.length ? table('Mới nhất ở trên', ['Lúc', 'Số điện thoại', 'Mã', 'Tin nhắn'], sent.slice(0, 20)) : html`<p>Chưa có mã nào.</p>`}
<h2>Ứng dụng xác thực của cán bộ</h2>
${codes.length ? html`<p>Mã đổi sau ${seconds} giây; <a href="/codes">tải lại</a>.</p>` : html`<p>Chưa có tài khoản trình diễn.</p>`}
${codes.length > 0 && table('Tài khoản trình diễn', ['Cán bộ', 'Thư điện tử', 'Mật khẩu', 'Mã'], rows)}`
  return page({ title: 'Mã một lần', neighbour: NEIGHBOUR, places, body })
}

/** The six digits of a message, if it carries a code. */
export function codeIn(text: string): string | undefined {
  return /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]
}

function table(caption: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}

function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((piece, at) => (at % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : html`${piece}`))
}
