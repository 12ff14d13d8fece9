import { describe, expect, it } from 'vitest'
import { headline } from '@/components/dossier/verdict-words'
import type { VerifiedDocument } from '@/components/dossier/verification'
import { translatorFor } from '@/components/messages/translator'

const t = translatorFor('vi', 'verify')
const document: VerifiedDocument = {
  number: '01234/HNO-GPHĐ',
  holder: 'Phòng khám Mẫu',
  issuer: 'Sở Y tế Hà Nội',
  issuedOn: '2026-11-20',
  lines: [],
  state: 'in-force',
}

describe('the sentence at the top of a check', () => {
  it.each([
    { verdict: 'valid', source: 'file', tone: 'ok', title: 'Giấy tờ thật, còn nguyên vẹn' },
    {
      verdict: 'valid',
      source: 'code',
      tone: 'ok',
      title: 'Giấy phép có trong sổ đăng ký và còn hiệu lực',
    },
    { verdict: 'altered', source: 'file', tone: 'danger', title: 'Giấy tờ đã bị sửa' },
    {
      verdict: 'not-ours',
      source: 'file',
      tone: 'danger',
      title: 'Không phải giấy tờ do hệ thống này cấp',
    },
    { verdict: 'unreadable', source: 'file', tone: 'warn', title: 'Không đọc được tệp này' },
    {
      verdict: 'unknown',
      source: 'code',
      tone: 'warn',
      title: 'Không có giấy phép nào mang số này',
    },
  ] as const)('for $verdict by $source', ({ verdict, source, tone, title }) => {
    expect(headline(t, { verdict, document }, source)).toMatchObject({ tone, title })
  })

  it.each([
    ['expired', 'Giấy phép thật nhưng đã hết hạn'],
    ['suspended', 'Giấy phép thật nhưng đang bị đình chỉ'],
    ['revoked', 'Giấy phép thật nhưng đã bị thu hồi'],
  ] as const)('never calls a licence that is %s simply valid', (state, title) => {
    const ended = { ...document, state }
    expect(headline(t, { verdict: 'valid', document: ended }, 'file')).toEqual({
      tone: 'danger',
      title,
      body: 'Không được hoạt động theo giấy phép này.',
    })
  })
})
