import { z } from 'zod'
import { open } from '@/lib/server/sealed'
import type { ComposedMail, Portal } from './compose'
import { preferencesAddress } from './mail-foot'
import { FRAMES } from './messages/frame'
import type { Params } from './messages/message'

/**
 * Letters about no event of a dossier: to a unit that is asked for an opinion, to the writer of a draft, to
 * whom an organisation invites.
 */
const KINDS = [
  'opinion-request',
  'opinion-reminder',
  'opinion-code',
  'draft-ending',
  'workspace-invitation',
  'address-code',
] as const
type OutsideKind = (typeof KINDS)[number]

export function isOutsideLetter(kind: string): kind is OutsideKind {
  return KINDS.some((known) => known === kind)
}

const requestParams = z.object({
  agency: z.string(),
  unit: z.string(),
  due: z.iso.date(),
  sealedToken: z.string(),
})
const reminderParams = z.object({ unit: z.string(), due: z.iso.date(), asked: z.iso.date() })
const draftParams = z.object({
  procedure: z.string(),
  keptUntil: z.iso.date(),
  draftId: z.uuid(),
  locale: z.enum(['vi', 'en']),
})
const invitationParams = z.object({
  name: z.string(),
  organisation: z.string(),
  sealedToken: z.string(),
})
const codeParams = z.object({ sealedCode: z.string(), minutes: z.string() })
const addressParams = codeParams.extend({ locale: z.enum(['vi', 'en']) })

/** The letter of a kind. Link and code are opened here and stand in the clear nowhere else. */
export function composeOutsideLetter(
  { kind, params }: { kind: OutsideKind; params: Params },
  portal: Portal,
): ComposedMail {
  const { subject, lines } = LETTERS[kind](params, portal)
  const frame = FRAMES.vi
  const all = [...(portal.demo ? [frame.demoLine] : []), ...lines, frame.automatic]
  return {
    subject: portal.demo ? `${frame.demoTag} ${subject}` : subject,
    text: `${all.join('\n\n')}\n`,
    html: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${safe(subject)}</title></head><body>${all.map((line) => `<p>${safe(line)}</p>`).join('\n')}</body></html>`,
  }
}

type Letter = { subject: string; lines: string[] }

const LETTERS: Record<OutsideKind, (params: Params, portal: Portal) => Letter> = {
  'opinion-request': request,
  'opinion-reminder': reminder,
  'opinion-code': codeLetter,
  'draft-ending': draftEnding,
  'workspace-invitation': invitation,
  'address-code': addressCode,
}

/** The link is opened here and stands in the clear nowhere else. */
function invitation(params: Params, { origin }: Portal): Letter {
  const { name, organisation, sealedToken } = invitationParams.parse(params)
  return {
    subject: `${organisation} mời bạn cùng làm hồ sơ`,
    lines: [
      `Kính gửi ${name},`,
      `${organisation} mời bạn tham gia chuẩn bị hồ sơ thủ tục hành chính của tổ chức.`,
      `Xem lời mời và nhận việc sau khi đăng nhập bằng định danh điện tử: ${origin}/my/invitations/${open(sealedToken)}`,
      'Đường dẫn dành riêng cho bạn; xin không chuyển cho người khác. Nếu bạn không biết tổ chức này, hãy bỏ qua thư.',
    ],
  }
}

function request(params: Params, { origin }: Portal): Letter {
  const { agency, unit, due, sealedToken } = requestParams.parse(params)
  const day = vietnamese(due)
  return {
    subject: `${agency} đề nghị cho ý kiến, hạn ${day}`,
    lines: [
      `Kính gửi ${unit},`,
      `${agency} đề nghị Quý cơ quan, đơn vị cho ý kiến về một hồ sơ thủ tục hành chính. Hạn trả lời: hết ngày ${day}.`,
      'Nội dung và giấy tờ chỉ mở được bằng mã gửi tới chính hộp thư này.',
      `Trả lời tại: ${origin}/opinion/${open(sealedToken)}`,
      'Đường dẫn dành riêng cho Quý cơ quan, đơn vị; xin không chuyển cho người không được giao việc.',
    ],
  }
}

/** The link is not said again: of it only a hash is kept. */
function reminder(params: Params): Letter {
  const { unit, due, asked } = reminderParams.parse(params)
  return {
    subject: `Nhắc: yêu cầu cho ý kiến đến hạn ${vietnamese(due)}`,
    lines: [
      `Kính gửi ${unit},`,
      `Yêu cầu cho ý kiến gửi ngày ${vietnamese(asked)} đến hạn hết ngày ${vietnamese(due)} và chưa có trả lời.`,
      'Xin trả lời tại đường dẫn trong thư đã gửi.',
    ],
  }
}

/** In the language of the draft's writer. */
function draftEnding(params: Params, { origin }: Portal): Letter {
  const { procedure, keptUntil, draftId, locale } = draftParams.parse(params)
  const day = vietnamese(keptUntil)
  const link = `${origin}/my/drafts/${draftId}`
  if (locale === 'en') {
    return {
      subject: `Your draft is kept until ${day}: ${procedure}`,
      lines: [
        `You have not changed your draft "${procedure}" for a long time. It is kept until the end of ${day}.`,
        `Open it and save a change to keep it on: ${link}`,
        'After that day it can be brought back from the page "My dossiers" for 30 days.',
        `${FRAMES.en.preferences}: ${preferencesAddress(origin)}`,
      ],
    }
  }
  return {
    subject: `Bản nháp được giữ đến ngày ${day}: ${procedure}`,
    lines: [
      `Đã lâu bạn chưa sửa bản nháp “${procedure}”. Bản nháp được giữ đến hết ngày ${day}.`,
      `Mở bản nháp và lưu một thay đổi để giữ tiếp: ${link}`,
      'Sau ngày đó, bạn còn 30 ngày để khôi phục tại trang “Hồ sơ của tôi”.',
      `${FRAMES.vi.preferences}: ${preferencesAddress(origin)}`,
    ],
  }
}

function vietnamese(day: string): string {
  return day.split('-').toReversed().join('/')
}

function codeLetter(params: Params): Letter {
  const { sealedCode, minutes } = codeParams.parse(params)
  return {
    subject: 'Mã xem yêu cầu cho ý kiến',
    lines: [
      `Mã: ${open(sealedCode)}`,
      `Mã có hiệu lực trong ${minutes} phút. Nếu bạn không yêu cầu, hãy bỏ qua thư này.`,
    ],
  }
}

/** To an address of which nobody knows yet whose it is: it says nothing of the person. */
function addressCode(params: Params, { origin }: Portal): Letter {
  const { sealedCode, minutes, locale } = addressParams.parse(params)
  const where = preferencesAddress(origin)
  if (locale === 'en') {
    return {
      subject: 'Code to confirm your e-mail address',
      lines: [
        `Code: ${open(sealedCode)}`,
        `It is valid for ${minutes} minutes. Enter it at ${where}`,
        'If you did not ask for it, ignore this letter: nothing changes.',
      ],
    }
  }
  return {
    subject: 'Mã xác nhận địa chỉ thư điện tử',
    lines: [
      `Mã: ${open(sealedCode)}`,
      `Mã có hiệu lực trong ${minutes} phút. Nhập mã tại ${where}`,
      'Nếu bạn không yêu cầu, hãy bỏ qua thư này: không có gì thay đổi.',
    ],
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
