import type { OfficerRole } from '@/lib/workflow/roles'

/** An officer of the demonstration. All names are invented. */
export type CastMember = {
  key: string
  fullName: string
  agencyId: string
  division: string
  position: string
  capacityLines: string[]
  roles: OfficerRole[]
  phone: string
  signingKeyId: string | null
}

type Post = Pick<CastMember, 'division' | 'position' | 'roles'> & { capacityLines?: string[] }

const DESK: Post = {
  division: 'Trung tâm Phục vụ hành chính công',
  position: 'Cán bộ một cửa',
  roles: ['deskOfficer'],
}
const CASE: Post = {
  division: 'Phòng Nghiệp vụ Y',
  position: 'Chuyên viên',
  roles: ['caseOfficer'],
}
const LEADER: Post = {
  division: 'Ban Giám đốc',
  position: 'Giám đốc',
  roles: ['agencyLeader'],
  capacityLines: ['GIÁM ĐỐC'],
}
const ADMINISTRATOR: Post = {
  division: 'Văn phòng',
  position: 'Quản trị hệ thống',
  roles: ['administrator'],
}

const member = (
  key: string,
  fullName: string,
  post: Post,
  at: { agencyId: string; phone: string; signingKeyId?: string },
): CastMember => ({
  key,
  fullName,
  capacityLines: [],
  signingKeyId: null,
  ...post,
  ...at,
})

const hn = (phone: string, signingKeyId?: string) => ({
  agencyId: 'syt-01',
  phone,
  ...(signingKeyId ? { signingKeyId } : {}),
})
const hcm = (phone: string, signingKeyId?: string) => ({
  agencyId: 'syt-79',
  phone,
  ...(signingKeyId ? { signingKeyId } : {}),
})

/** Who works in the demonstration: Hà Nội whole, Hồ Chí Minh in part, one administrator of the Ministry. */
export const CAST: readonly CastMember[] = [
  member('desk.hn', 'Trần Thu Hà', DESK, hn('0900000201', 'desk-syt-01')),
  member('case.hn', 'Lê Minh', CASE, hn('0900000202', 'case-syt-01')),
  member('case2.hn', 'Phạm Ngọc Lan', CASE, hn('0900000203', 'case2-syt-01')),
  member(
    'head.hn',
    'Vũ Đức Thắng',
    { division: 'Phòng Nghiệp vụ Y', position: 'Trưởng phòng', roles: ['headOfDivision'] },
    hn('0900000204', 'head-syt-01'),
  ),
  member('leader.hn', 'Nguyễn Văn Mẫu', LEADER, hn('0900000205', 'leader-syt-01')),
  member(
    'deputy.hn',
    'Đỗ Thị Hạnh',
    { ...LEADER, position: 'Phó Giám đốc', capacityLines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
    hn('0900000206', 'deputy-syt-01'),
  ),
  member(
    'clerk.hn',
    'Bùi Thị Yến',
    { division: 'Văn phòng', position: 'Văn thư', roles: ['recordsClerk'] },
    hn('0900000207'),
  ),
  member(
    'cashier.hn',
    'Hoàng Anh Tuấn',
    { division: 'Phòng Kế hoạch - Tài chính', position: 'Kế toán thu', roles: ['cashier'] },
    hn('0900000208'),
  ),
  member('admin.hn', 'Ngô Quang Huy', ADMINISTRATOR, hn('0900000209')),
  member('desk.hcm', 'Lý Thanh Mai', DESK, hcm('0900000210', 'desk-syt-79')),
  member('case.hcm', 'Võ Hoàng Nam', CASE, hcm('0900000211', 'case-syt-79')),
  member('leader.hcm', 'Trương Mỹ Linh', LEADER, hcm('0900000212', 'leader-syt-79')),
  member('admin.byt', 'Đinh Gia Bảo', ADMINISTRATOR, { agencyId: 'byt', phone: '0900000213' }),
]

/** What the demonstration adds to the agencies that play in it. */
export const DEMO_AGENCIES = [
  {
    id: 'syt-01',
    sealKeyId: 'seal-syt-01',
    address: 'Số 1 đường Mẫu, Hà Nội',
    phone: '024 0000 0001',
    email: 'syt-hanoi@demo.test',
  },
  {
    id: 'syt-79',
    sealKeyId: 'seal-syt-79',
    address: 'Số 1 đường Mẫu, Thành phố Hồ Chí Minh',
    phone: '028 0000 0001',
    email: 'syt-hcm@demo.test',
  },
] as const

/** The deputy director of Hà Nội signs in the director's place while he is away on duty. */
export const DEMO_DELEGATION = {
  agencyId: 'syt-01',
  from: 'leader.hn',
  to: 'deputy.hn',
  capacity: 'KT.',
  events: ['assign', 'approve', 'approve-refusal', 'return-to-case-officer', 'grant-extension'],
  paperNumber: 'MẪU-02/QĐ-SYT',
  days: 180,
} as const
