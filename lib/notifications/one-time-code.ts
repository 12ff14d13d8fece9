import { z } from 'zod'
import { open } from '@/lib/server/sealed'
import { type Portal, withoutDiacritics } from './compose'
import { FRAMES } from './messages/frame'
import type { Locale, Params } from './messages/message'

/** The code for one act, which lib/identity puts among the outgoing messages; it is about no status. */
export const CODE_KIND = 'one-time-code'

const codeParams = z.object({ sealedCode: z.string(), purpose: z.string(), minutes: z.string() })

const WORDS = {
  vi: (code: string, minutes: string) =>
    `Mã xác nhận ${code}, hiệu lực ${minutes} phút. Chỉ nhập khi chính bạn đang ký. Không đưa mã cho ai.`,
  en: (code: string, minutes: string) =>
    `Code ${code}, valid ${minutes} minutes. Enter it only if you are signing now. Give it to nobody.`,
} as const

/** The text message of a one-time code. The code is opened here and stands nowhere else. */
export function codeText(
  { locale, params }: { locale: Locale; params: Params },
  portal: Portal,
): string {
  const { sealedCode, minutes } = codeParams.parse(params)
  const tag = portal.demo ? `${FRAMES[locale].demoTag} ` : ''
  return withoutDiacritics(tag + WORDS[locale](open(sealedCode), minutes))
}
