import { describe, expect, it } from 'vitest'
import { composeInboxLine, composeMail, composeSms } from '@/lib/notifications/compose'
import { isMessageKind, MESSAGES, type MessageKind } from '@/lib/notifications/messages/catalog'
import type { Locale } from '@/lib/notifications/messages/message'
import { paramsOf } from './some-facts'

const portal = { origin: 'https://motcua.test', demo: false }
const kinds = Object.keys(MESSAGES).filter(isMessageKind)
const locales: Locale[] = ['vi', 'en']
const all = kinds.flatMap((kind) => locales.map((locale) => ({ kind, locale })))

const mail = (kind: MessageKind, locale: Locale = 'vi', change = {}) =>
  composeMail({ kind, locale, params: paramsOf(kind, change) }, portal)

describe.each(all)('the letter $kind in $locale', ({ kind, locale }) => {
  const letter = mail(kind, locale)

  it('states agency, persons and times, as Decree 224/2026 Art. 15.1.g demands', () => {
    const facts = [
      locale === 'vi' ? 'Sở Y tế Hà Nội' : 'Hà Nội Department of Health',
      'Trần Thu Hà',
      'Lê Minh',
      /09:00 (ngày|on) 23\/11\/2026/, // submitted
      /15:00 (ngày|on) 23\/11\/2026/, // received
      /08:30 (ngày|on) 24\/11\/2026/, // taken up
      '15/12/2026', // due
    ]
    for (const fact of facts) {
      expect(letter.text).toMatch(fact)
      expect(letter.html).toMatch(fact)
    }
  })

  it('greets, says what to do next, and leads to the dossier', () => {
    expect(letter.text).toContain(
      locale === 'vi' ? 'Kính gửi Ông/Bà Lê Thị Mẫu,' : 'Dear Lê Thị Mẫu,',
    )
    expect(letter.text).toContain(locale === 'vi' ? 'Việc cần làm tiếp theo' : 'What to do next')
    const desk = kind === 'officer-duty' ? 'office' : 'my'
    const address = `https://motcua.test/${desk}/dossiers/0197a000-0000-7000-8000-0000000000aa`
    expect(letter.text).toContain(address)
    expect(letter.html).toContain(`<a href="${address}">`)
    expect(letter.html).toContain(`<html lang="${locale}">`)
  })

  it('has no gap and no style', () => {
    const everything = [
      letter.subject,
      letter.text,
      letter.html,
      composeInboxLine({ kind, locale, params: paramsOf(kind) }),
    ]
    for (const words of everything) {
      expect(words).not.toMatch(/undefined|null|NaN|Invalid|\[object| {2}|“”|\s\.(\s|$)/)
      expect(words).not.toMatch(/style=|<img|<script/)
    }
    expect(letter.subject).not.toContain('\n')
  })

  it('has a text message of plain letters, short, without link and without names', () => {
    const text = composeSms({ kind, locale, params: paramsOf(kind) }, portal)
    expect(text).toMatch(/^[\x20-\x7e]+$/)
    expect(text.length).toBeLessThanOrEqual(160)
    expect(text).not.toMatch(/http|Mau|Le Minh/)
  })
})

describe('a letter', () => {
  it('addresses an organisation as such', () => {
    const to = { addressee: 'organisation', addresseeName: 'Công ty TNHH Nha khoa An Bình' }
    expect(mail('accepted', 'vi', to).text).toContain(
      'Kính gửi Quý cơ quan, tổ chức Công ty TNHH Nha khoa An Bình,',
    )
  })

  it('shows what people typed as text, never as code', () => {
    const { html, text } = mail('accepted', 'vi', { addresseeName: '<b onclick="x">A & "B"</b>' })
    expect(html).not.toContain('<b ')
    expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;A &amp; &quot;B&quot;&lt;/b&gt;')
    expect(text).toContain('<b onclick="x">')
  })

  it('says that it is a demonstration when it is one', () => {
    const params = paramsOf('issued')
    const demo = { ...portal, demo: true }
    const vi = composeMail({ kind: 'issued', locale: 'vi', params }, demo)
    expect(vi.subject).toMatch(/^\[Bản trình diễn\] /)
    expect(vi.text).toMatch(/^Bản trình diễn: /)
    expect(vi.html).toContain('Bản trình diễn: thư này không có giá trị pháp lý.')
    const en = composeMail({ kind: 'issued', locale: 'en', params }, demo)
    expect(en.subject).toMatch(/^\[Demonstration\] /)
    expect(composeSms({ kind: 'issued', locale: 'vi', params }, demo)).toMatch(/^\[Ban trinh dien/)
  })

  it('is the same letter every time', () => {
    expect(mail('issued')).toEqual(mail('issued'))
  })

  it('asks for the fee only when one is due', () => {
    expect(mail('submitted').text).toContain('Nộp phí 1.450.000 đ')
    const free = mail('submitted', 'vi', { fee: '' }).text
    expect(free).not.toContain('Nộp phí')
    expect(free).toContain('chậm nhất 09:00 ngày 24/11/2026')
  })

  it('speaks of a refund at a refusal only when a fee was paid', () => {
    expect(mail('refused-at-intake').text).toContain('hoàn trả')
    expect(mail('refused-at-intake', 'vi', { amount: '' }).text).not.toContain('hoàn trả')
  })

  it('uses the reference while there is no dossier code', () => {
    expect(mail('refused-at-intake', 'vi', { dossierCode: '' }).subject).toContain('NOP-7K2M4XQ9TD')
  })

  it('says plainly what is not settled yet', () => {
    const open = { receivedBy: '', handledBy: '', receivedAt: '', handledAt: '', issueDueAt: '' }
    const { text } = mail('submitted', 'vi', open)
    expect(text).toContain('Người thụ lý: Chưa phân công')
    expect(text).toContain('Ngày hẹn trả kết quả: Tính từ ngày có biên bản thẩm định')
  })

  it('leaves out what will never come once the dossier is closed', () => {
    const closed = {
      receivedAt: '',
      appraisalDueAt: '',
      issueDueAt: '',
      endedAt: '2026-11-24T02:00:00.000Z',
    }
    const { text } = mail('refused-at-intake', 'vi', closed)
    expect(text).not.toMatch(/Hạn thẩm định|Ngày hẹn trả kết quả|Thời điểm tiếp nhận/)
    expect(text).toContain('Thời điểm kết thúc giải quyết: 09:00 ngày 24/11/2026')
  })

  it('writes amounts as the language does', () => {
    expect(mail('fee-paid').text).toContain('1.450.000 đ')
    expect(mail('fee-paid', 'en').text).toContain('VND 1,450,000')
  })

  it.each([
    ['without the dossier', { dossierId: '' }],
    ['with a moment that is none', { at: 'today' }],
    ['with an amount that is none', { amount: '1,5' }],
  ])('is not made %s', (_name, change) => {
    expect(() => mail('fee-paid', 'vi', change)).toThrow()
  })
})
