import type { Answer } from '../http'
import { type Html, html, page } from '../page'
import type { Places } from '../settings'
import { enterprises, OUT_OF_ORDER } from './entries'

const standing = { active: 'đang hoạt động', suspended: 'tạm ngừng', dissolved: 'đã giải thể' }

/** What the register of enterprises holds, for whoever tries the demo. */
export function registersPage(places: Places): Answer {
  const rows = enterprises.map(
    (entry): Html =>
      html`<li>${entry.taxCode}: ${entry.name}; ${entry.legalRepresentatives.join(', ')}; ${standing[entry.status]}</li>`,
  )
  const [silent = ''] = OUT_OF_ORDER
  const body = html`<p>Đăng ký doanh nghiệp trả lời theo mã số; cơ sở dữ liệu dân cư chỉ trả lời khớp hay không khớp.</p>
<ul>${rows}</ul><p class="quiet">Mã số ${silent} luôn báo lỗi kết nối.</p>`
  return page({ title: 'Cơ sở dữ liệu', neighbour: 'Các hệ thống giả lập', places, body })
}
