import type { Answer } from '../http'
import { dong, type Html, html, page } from '../page'
import type { Places } from '../settings'
import type { Order } from './orders'
import { outcomes } from './outcomes'

const NEIGHBOUR = 'Cổng thanh toán giả lập'

export function paymentPage(places: Places, order: Order): Answer {
  const body = html`
<dl>
<dt>Nội dung</dt><dd>${order.info}</dd>
<dt>Mã thanh toán</dt><dd>${order.ref}</dd>
<dt>Số tiền</dt><dd>${dong(order.amount / 100)}</dd>
</dl>
<form method="post" action="/orders/${order.ref}" class="actions">
${choices(['pay', 'cancel'])}
<h2>Thử những chuyện không may</h2>
${choices(['no-funds', 'lost-notice', 'late-notice', 'notice-twice', 'pay-twice', 'wrong-amount', 'forged'])}
</form>`
  return page({ title: 'Thanh toán phí, lệ phí', neighbour: NEIGHBOUR, places, body })
}

function choices(names: readonly (keyof typeof outcomes)[]): Html[] {
  return names.map((name) => {
    const { label, hint } = outcomes[name]
    const look = name === 'pay' ? html` class="main"` : html``
    return html`<button name="outcome" value="${name}"${look}>${label} <small>${hint}</small></button>`
  })
}

export function settledPage(places: Places, order: Order, location: string): Answer {
  const body = html`<p>Khoản ${order.ref} ${order.state === 'paid' ? 'đã được thanh toán' : 'đã bị hủy hoặc thất bại'}.
Không thể thanh toán lại bằng mã này.</p><p><a href="${location}">Quay lại Một Cửa Y Tế</a></p>`
  return page({ title: 'Giao dịch đã kết thúc', neighbour: NEIGHBOUR, places, body })
}

export function problemPage(places: Places, reason: string): Answer {
  const body = html`<p>${reason}</p>`
  return page({ title: 'Không thể thanh toán', neighbour: NEIGHBOUR, places, body, status: 400 })
}

const states = { waiting: 'Chờ thanh toán', paid: 'Đã thanh toán', failed: 'Không thành công' }

export function orderListPage(places: Places, orders: readonly Order[]): Answer {
  const rows = orders.map(
    (
      order,
    ) => html`<tr><td>${order.ref}</td><td>${order.info}</td><td>${dong(order.amount / 100)}</td>
<td>${states[order.state]}</td>
<td>${order.notices.map((notice) => html`${notice.transactionNo}: ${notice.answer}<br>`)}</td>
<td><form method="post" action="/orders/${order.ref}/notice"><button>Gửi lại thông báo <span class="quiet">${order.ref}</span></button></form></td></tr>`,
  )
  const body =
    orders.length === 0
      ? html`<p>Chưa có khoản thanh toán nào.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Các khoản thanh toán"><table><thead><tr><th scope="col">Mã</th><th scope="col">Nội dung</th><th scope="col">Số tiền</th>
<th scope="col">Trạng thái</th><th scope="col">Thông báo và câu trả lời</th><th scope="col">Việc</th></tr></thead><tbody>${rows}</tbody></table></div>`
  return page({ title: 'Các khoản thanh toán', neighbour: NEIGHBOUR, places, body })
}
