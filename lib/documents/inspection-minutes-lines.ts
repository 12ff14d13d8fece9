import { dayOf } from '@/lib/deadlines/day'
import type { InspectionMinutesData } from './inspection-minutes-data'
import { longMoment, shortDate } from './vietnamese-dates'
import { type Block, say, strong, type Wording } from './wording'

const PARTS = { lead: 'Trưởng đoàn', member: 'Thành viên', secretary: 'Thư ký' } as const
const VERDICTS = {
  met: 'Đạt',
  'not-met': 'Không đạt',
  'not-applicable': 'Không áp dụng',
} as const

const COLUMNS = [
  { head: 'TT', share: 10, align: 'centre' },
  { head: 'Nội dung thẩm định', share: 51 },
  { head: 'Căn cứ', share: 37 },
  { head: 'Kết quả', share: 28, align: 'centre' },
  { head: 'Ghi chú', share: 37 },
] as const

function openingLine({ startedAt, place }: InspectionMinutesData): Wording {
  return say`Hôm nay, hồi ${longMoment(new Date(startedAt))}, tại ${place}, chúng tôi gồm:`
}

function teamBlocks({ team }: InspectionMinutesData): Block[] {
  return team.map(({ name, title, part }, index) => ({
    line: say`${String(index + 1)}. ${strong(name)}, ${title} – ${PARTS[part]}.`,
  }))
}

function facilityBlocks({ facility }: InspectionMinutesData): Block[] {
  return [
    { line: say`Cơ sở: ${strong(facility.name)}. Địa chỉ: ${facility.address}.` },
    ...facility.representatives.map(({ name, title }, index) => ({
      line: say`${String(index + 1)}. ${strong(name)}, ${title}.`,
    })),
  ]
}

function contentBlocks({ dossier, checklist, summary }: InspectionMinutesData): Block[] {
  const received = shortDate(dayOf(new Date(dossier.receivedAt)))
  const rows = checklist.map(({ item, clause, verdict, note }, index) => [
    String(index + 1),
    item,
    clause,
    VERDICTS[verdict],
    note,
  ])
  return [
    {
      line: say`Hồ sơ ${strong(dossier.code)}, tiếp nhận ngày ${received}: ${dossier.procedure}.`,
    },
    ...(rows.length > 0 ? [{ columns: COLUMNS, rows }] : []),
    ...(summary ? [{ line: say`Nhận xét: ${summary}` }] : []),
  ]
}

function photoBlocks({ photos }: InspectionMinutesData): Block[] {
  if (photos.length === 0) return []
  const names = photos.map(({ name, caption }) => (caption ? `${name} (${caption})` : name))
  return [{ line: [`Ảnh chụp kèm theo biên bản: ${names.join('; ')}.`], align: 'left' }]
}

function correctionBlocks(corrections: readonly string[], dueDay: string | null): Block[] {
  const due = dueDay ? say` chậm nhất ${strong(`hết ngày ${shortDate(dueDay)}`)}` : []
  return [
    {
      line: [
        strong('Đạt yêu cầu với điều kiện khắc phục.'),
        ' Cơ sở khắc phục và báo cáo các nội dung sau đây',
        ...due,
        ':',
      ],
    },
    ...corrections.map((text, index) => ({ line: [`${index + 1}. ${text}`] })),
  ]
}

function conclusionBlocks({ conclusion }: InspectionMinutesData): Block[] {
  if (conclusion.kind === 'pass') {
    return [{ line: say`${strong('Đạt yêu cầu.')} Cơ sở đáp ứng đủ các điều kiện theo quy định.` }]
  }
  if (conclusion.kind === 'fail') {
    return [{ line: say`${strong('Không đạt yêu cầu.')} ${conclusion.reason}` }]
  }
  return correctionBlocks(conclusion.corrections, conclusion.dueDay)
}

function closingLine({ endedAt }: InspectionMinutesData): Wording {
  return [
    `Biên bản lập xong hồi ${longMoment(new Date(endedAt))}, đã đọc cho những người có tên trên `,
    'cùng nghe, công nhận là đúng và ký xác nhận. Mỗi bên giữ một bản có giá trị như nhau./.',
  ]
}

/** The minutes from their legal bases to the line above the signatures. */
export function minutesBlocks(data: InspectionMinutesData): Block[] {
  return [
    ...data.bases.map((base) => ({ line: [base] })),
    { line: openingLine(data) },
    { head: 'I. ĐOÀN THẨM ĐỊNH' },
    ...teamBlocks(data),
    { head: 'II. ĐẠI DIỆN CƠ SỞ' },
    ...facilityBlocks(data),
    { head: 'III. NỘI DUNG THẨM ĐỊNH' },
    ...contentBlocks(data),
    ...photoBlocks(data),
    { head: 'IV. KẾT LUẬN' },
    ...conclusionBlocks(data),
    { head: 'V. Ý KIẾN CỦA CƠ SỞ' },
    {
      line: [
        data.facilityStatement || 'Cơ sở nhất trí với nội dung biên bản, không có ý kiến khác.',
      ],
    },
    { line: closingLine(data) },
  ]
}
