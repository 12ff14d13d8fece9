import { describe, expect, it } from 'vitest'
import { issueText } from '@/components/form/issue-text'
import { boxOf, placeName, rowOf } from '@/components/form/places'
import { translatorFor } from '@/components/messages/translator'
import { ANSWER_ISSUE_CODES } from '@/lib/procedures/answers'
import type { Section } from '@/lib/procedures/shape/field'
import { CLINIC } from '@/tests/factories/clinic-procedure'

const vi = translatorFor('vi', 'form')
const en = translatorFor('en', 'form')

function section(key: string): Section {
  const found = CLINIC.sections.find((one) => one.key === key)
  if (!found) throw new Error(key)
  return found
}

describe('where a problem is', () => {
  it.each([
    ['owner', 'org_name', 'f-org_name', 'Tên tổ chức, doanh nghiệp, hộ kinh doanh'],
    ['owner', 'org_head_office', 'f-org_head_office-province', 'Địa chỉ trụ sở chính'],
    [
      'owner',
      'org_head_office.commune',
      'f-org_head_office-commune',
      'Địa chỉ trụ sở chính, Xã, phường, đặc khu',
    ],
    [
      'owner',
      'org_legal_rep.id_number',
      'f-org_legal_rep-id_number',
      'Người đại diện theo pháp luật, Số định danh cá nhân',
    ],
    ['owner', 'org_legal_rep', 'f-org_legal_rep-full_name', 'Người đại diện theo pháp luật'],
    ['activity', 'working_hours', 'f-working_hours-0-days', 'Thời gian làm việc hằng ngày'],
    [
      'activity',
      'working_hours[1].to',
      'f-working_hours-1-to',
      'Thời gian làm việc hằng ngày, Khung giờ 2, Đến giờ',
    ],
    ['premises', 'rooms', 'f-rooms', 'Danh mục phòng, khu vực'],
    ['premises', 'rooms[2].area_m2', 'f-rooms-2-area_m2', 'Phòng, khu vực 3, Diện tích'],
    [
      'practitioners',
      'practitioners[0].schedule',
      'f-practitioners-0-schedule-0-days',
      'Người hành nghề 1, Thời gian đăng ký hành nghề tại cơ sở',
    ],
    ['papers', 'paper_lease', 'paper-lease', 'Hợp đồng thuê, mượn địa điểm'],
  ])('%s: %s leads to %s', (key, path, ...[box, name]) => {
    expect(boxOf(section(key), path)).toBe(box)
    expect(placeName(section(key), path, { locale: 'vi', t: vi })).toBe(name)
  })

  it('names the row that has to be open', () => {
    expect(rowOf(section('premises'), 'rooms[2].area_m2')).toBe('rooms[2]')
    expect(rowOf(section('premises'), 'rooms')).toBeUndefined()
    expect(rowOf(section('owner'), 'org_name')).toBeUndefined()
  })
})

describe('what is wrong', () => {
  const params = { min: 1, max: 2, row: 3, length: 9, paper: 'lease' }

  it.each([...ANSWER_ISSUE_CODES, 'paper-missing' as const])('has words for %s', (code) => {
    for (const t of [vi, en]) {
      const text = issueText(t, section('owner'), { path: 'org_name', code, params })
      expect(text).not.toMatch(/issue\.|[{}]/)
    }
  })

  it('asks to choose where there is something to choose', () => {
    const say = (path: string) =>
      issueText(vi, section('facility'), { path, code: 'required', params: {} })
    expect(say('non_profit')).toBe('Hãy chọn câu trả lời.')
    expect(say('facility_name')).toBe('Hãy điền mục này.')
  })
})
