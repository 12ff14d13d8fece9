import type { RequestListener } from 'node:http'
import type Provider from 'oidc-provider'
import { findHolder, type Holder, holders } from '../cast'
import { type Answer, type Exchange, readForm, serveRoutes } from '../http'
import { type Html, html, page, styleSheet } from '../page'
import type { Places, SandboxSettings } from '../settings'
import { eidProvider, levels, NEIGHBOUR } from './provider'

/** The e-ID with a sign-in page that needs no JavaScript: one button for each person. */
export function eidServer(settings: SandboxSettings): RequestListener {
  const provider = eidProvider(settings)
  const { places } = settings
  return serveRoutes(
    {
      'GET /style.css': styleSheet,
      'GET /': () => welcomePage(places),
      'GET /interaction/:uid': (exchange) => showSignIn(provider, places, exchange),
      'POST /interaction/:uid': (exchange) => finishSignIn(provider, exchange),
    },
    provider.callback(),
  )
}

async function showSignIn(provider: Provider, places: Places, exchange: Exchange) {
  const { uid, params } = await provider.interactionDetails(exchange.request, exchange.response)
  // The provider itself insists on PKCE only; a client that forgets these two is open to forgery.
  if (!params['state'] || !params['nonce']) {
    return refusal(places, 'Yêu cầu đăng nhập thiếu state hoặc nonce.')
  }
  return signInPage(places, uid)
}

async function finishSignIn(provider: Provider, exchange: Exchange): Promise<undefined> {
  const holder = findHolder((await readForm(exchange.request)).get('sub') ?? '')
  const result = holder
    ? { login: { accountId: holder.sub, acr: levels[holder.level], remember: false } }
    : { error: 'access_denied', error_description: 'the person went back' }
  await provider.interactionFinished(exchange.request, exchange.response, result)
}

function signInPage(places: Places, uid: string): Answer {
  const body = html`
<p>Một Cửa Y Tế muốn biết: họ và tên, ngày sinh, số định danh cá nhân, số điện thoại, thư điện tử,
địa chỉ và các tổ chức bạn đại diện. Chọn một người để đăng nhập là đồng ý cung cấp.</p>
<form method="post" action="/interaction/${uid}">
<h2>Người dân, doanh nghiệp</h2>
<ul class="people">${buttons('applicant')}</ul>
<h2>Cán bộ, công chức</h2>
<ul class="people">${buttons('officer')}</ul>
<h2>Hoặc</h2>
<button name="sub" value="">Hủy, quay lại Một Cửa Y Tế</button>
</form>`
  return page({ title: 'Bạn là ai?', neighbour: NEIGHBOUR, places, body })
}

function buttons(group: Holder['group']): Html[] {
  return holders
    .filter((holder) => holder.group === group)
    .map(
      (holder) =>
        html`<li><button name="sub" value="${holder.sub}">${holder.name} <small>${holder.note}</small></button></li>`,
    )
}

function refusal(places: Places, reason: string): Answer {
  const body = html`<p>${reason}</p>`
  return page({ title: 'Không thể đăng nhập', neighbour: NEIGHBOUR, places, body, status: 400 })
}

function welcomePage(places: Places): Answer {
  const body = html`<p>Hãy bắt đầu từ nút “Đăng nhập” của <a href="${places.portal}/login">Một Cửa Y Tế</a>.
Đây là máy chủ OpenID Connect (PKCE, state, nonce); thông tin cấu hình:
<a href="/.well-known/openid-configuration">openid-configuration</a>.</p>`
  return page({ title: 'Định danh điện tử', neighbour: NEIGHBOUR, places, body })
}
