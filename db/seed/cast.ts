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

/** Login, name and telephone; a key for those who sign. */
type Who = [key: string, fullName: string, phone: string, signingKeyId?: string]

const memberOf =
  (agencyId: string) =>
  (post: Post, [key, fullName, phone, signingKeyId]: Who): CastMember => ({
    key,
    fullName,
    agencyId,
    capacityLines: [],
    ...post,
    phone,
    signingKeyId: signingKeyId ?? null,
  })
const hanoi = memberOf('syt-01')
const hcm = memberOf('syt-79')
const ministry = memberOf('byt')

const CLERK: Post = { division: 'Văn phòng', position: 'Văn thư', roles: ['recordsClerk'] }

/** A clerk seals with the agency's key, not with one of their own. */
function keyOf(role: string, agencyId: string): [string] | [] {
  return role === 'clerk' ? [] : [`${role}-${agencyId}`]
}

/** One desk officer, case officer, head, director and clerk: as many as four eyes need. */
function departmentOf(
  agencyId: string,
  key: string,
  people: readonly [name: string, phone: string][],
) {
  const member = memberOf(agencyId)
  const posts: [string, Post][] = [
    ['desk', { ...DESK, division: 'Bộ phận Một cửa' }],
    ['case', { ...CASE, division: 'Phòng Nghiệp vụ' }],
    ['head', { division: 'Phòng Nghiệp vụ', position: 'Trưởng phòng', roles: ['headOfDivision'] }],
    [
      'leader',
      {
        ...LEADER,
        division: 'Lãnh đạo Cục',
        position: 'Cục trưởng',
        capacityLines: ['CỤC TRƯỞNG'],
      },
    ],
    ['clerk', CLERK],
  ]
  return posts.flatMap(([role, post], at) => {
    const [name, phone] = people[at] ?? []
    return name && phone
      ? [member(post, [`${role}.${key}`, name, phone, ...keyOf(role, agencyId)])]
      : []
  })
}

/** Who works in the demonstration: Hà Nội and three departments of the Ministry whole, Hồ Chí Minh in part. */
export const CAST: readonly CastMember[] = [
  hanoi(DESK, ['desk.hn', 'Trần Thu Hà', '0900000201', 'desk-syt-01']),
  hanoi(CASE, ['case.hn', 'Lê Minh', '0900000202', 'case-syt-01']),
  hanoi(CASE, ['case2.hn', 'Phạm Ngọc Lan', '0900000203', 'case2-syt-01']),
  hanoi({ division: 'Phòng Nghiệp vụ Y', position: 'Trưởng phòng', roles: ['headOfDivision'] }, [
    'head.hn',
    'Vũ Đức Thắng',
    '0900000204',
    'head-syt-01',
  ]),
  hanoi(LEADER, ['leader.hn', 'Nguyễn Văn Mẫu', '0900000205', 'leader-syt-01']),
  hanoi({ ...LEADER, position: 'Phó Giám đốc', capacityLines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] }, [
    'deputy.hn',
    'Đỗ Thị Hạnh',
    '0900000206',
    'deputy-syt-01',
  ]),
  hanoi(CLERK, ['clerk.hn', 'Bùi Thị Yến', '0900000207']),
  hanoi({ division: 'Phòng Kế hoạch - Tài chính', position: 'Kế toán thu', roles: ['cashier'] }, [
    'cashier.hn',
    'Hoàng Anh Tuấn',
    '0900000208',
  ]),
  hanoi(ADMINISTRATOR, ['admin.hn', 'Ngô Quang Huy', '0900000209']),
  hcm(DESK, ['desk.hcm', 'Lý Thanh Mai', '0900000210', 'desk-syt-79']),
  hcm(CASE, ['case.hcm', 'Võ Hoàng Nam', '0900000211', 'case-syt-79']),
  hcm(LEADER, ['leader.hcm', 'Trương Mỹ Linh', '0900000212', 'leader-syt-79']),
  ministry(ADMINISTRATOR, ['admin.byt', 'Đinh Gia Bảo', '0900000213']),
  ...departmentOf('cuc-ql-duoc', 'qld', [
    ['Mai Thị Hương', '0900000214'],
    ['Trịnh Quốc Bảo', '0900000215'],
    ['Lương Thị Hòa', '0900000216'],
    ['Phan Đình Khôi', '0900000217'],
    ['Tạ Thị Nhung', '0900000218'],
  ]),
  ...departmentOf('cuc-ha-tang-tbyt', 'httb', [
    ['Chu Thị Lan', '0900000219'],
    ['Hồ Sỹ Quang', '0900000220'],
    ['Đoàn Minh Tuấn', '0900000221'],
    ['Dương Cẩm Vân', '0900000222'],
    ['Lại Văn Sơn', '0900000223'],
  ]),
  ...departmentOf('cuc-attp', 'attp', [
    ['Cao Thị Thơm', '0900000224'],
    ['Nghiêm Xuân Trường', '0900000225'],
    ['Kiều Thị Oanh', '0900000226'],
    ['Thái Bá Lộc', '0900000227'],
    ['Từ Thị Hiền', '0900000228'],
  ]),
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
  {
    id: 'cuc-ql-duoc',
    sealKeyId: 'seal-cuc-ql-duoc',
    address: 'Số 2 đường Mẫu, Hà Nội',
    phone: '024 0000 0002',
    email: 'qld@demo.test',
  },
  {
    id: 'cuc-ha-tang-tbyt',
    sealKeyId: 'seal-cuc-ha-tang-tbyt',
    address: 'Số 3 đường Mẫu, Hà Nội',
    phone: '024 0000 0003',
    email: 'httb@demo.test',
  },
  {
    id: 'cuc-attp',
    sealKeyId: 'seal-cuc-attp',
    address: 'Số 4 đường Mẫu, Hà Nội',
    phone: '024 0000 0004',
    email: 'attp@demo.test',
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

/** A company whose representative has shared out the work: its people come in at the stand-in e-ID. */
export const DEMO_ORGANISATION = {
  name: 'Công ty TNHH Nha khoa An Bình',
  taxCode: '0100112437',
  address: 'Số 8, phố Mẫu, phường Cầu Giấy, thành phố Hà Nội',
  representative: { eidSubject: 'eid-dang-quoc-viet', fullName: 'Đặng Quốc Việt' },
  members: [
    { name: 'Phạm Thu Soạn', nationalId: '001192000321', role: 'preparer' },
    { name: 'Nguyễn Hữu Nha', nationalId: '001080000654', role: 'professional' },
    { name: 'Lý Minh Toán', nationalId: '001195000987', role: 'accountant' },
  ],
} as const
