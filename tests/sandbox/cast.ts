/** An organisation that a person may act for, as the electronic identity states it. */
export type Represented = {
  name: string
  tax_code: string
  kind: 'organisation' | 'household'
  role: 'representative' | 'household-owner'
  address: string
}

/** A made-up holder of an electronic identity. All numbers are invented. */
export type Holder = {
  sub: string
  name: string
  group: 'applicant' | 'officer'
  /** What the sign-in page says about the person. */
  note: string
  level: 1 | 2
  birthdate: string
  nationalId: string
  phone: string
  email: string
  address: string
  organisations: readonly Represented[]
}

// People to whom a company gave work itself: the electronic identity names no organisation of theirs.
// subject, name, role, birth, identifier, telephone
const memberRows = [
  [
    'eid-pham-thu-soan',
    'Phạm Thu Soạn',
    'Người soạn hồ sơ',
    '1992-05-20',
    '001192000321',
    '0900000104',
  ],
  [
    'eid-nguyen-huu-nha',
    'Nguyễn Hữu Nha',
    'Bác sĩ chịu trách nhiệm chuyên môn',
    '1980-09-14',
    '001080000654',
    '0900000105',
  ],
  ['eid-ly-minh-toan', 'Lý Minh Toán', 'Kế toán', '1995-02-08', '001195000987', '0900000106'],
] as const

const applicants: readonly Holder[] = [
  {
    sub: 'eid-le-thi-mau',
    name: 'Lê Thị Mẫu',
    group: 'applicant',
    note: 'Bác sĩ, chủ hộ kinh doanh; mức độ 2',
    level: 2,
    birthdate: '1985-03-12',
    nationalId: '001185000123',
    phone: '0900000101',
    email: 'le.thi.mau@demo.test',
    address: 'Số 12, phố Mẫu, phường Hoàn Kiếm, thành phố Hà Nội',
    organisations: [
      {
        name: 'Hộ kinh doanh Lê Thị Mẫu',
        tax_code: '001185000123',
        kind: 'household',
        role: 'household-owner',
        address: 'Số 12, phố Mẫu, phường Hoàn Kiếm, thành phố Hà Nội',
      },
    ],
  },
  {
    sub: 'eid-dang-quoc-viet',
    name: 'Đặng Quốc Việt',
    group: 'applicant',
    note: 'Đại diện theo pháp luật của hai công ty; mức độ 2',
    level: 2,
    birthdate: '1979-11-02',
    nationalId: '079079000456',
    phone: '0900000102',
    email: 'dang.quoc.viet@demo.test',
    address: 'Số 5, đường Thử Nghiệm, phường Bến Thành, Thành phố Hồ Chí Minh',
    organisations: [
      {
        name: 'Công ty TNHH Nha khoa An Bình',
        tax_code: '0100112437',
        kind: 'organisation',
        role: 'representative',
        address: 'Số 8, phố Mẫu, phường Cầu Giấy, thành phố Hà Nội',
      },
      {
        name: 'Công ty TNHH Y khoa Bình Minh',
        tax_code: '0312687878',
        kind: 'organisation',
        role: 'representative',
        address: 'Số 5, đường Thử Nghiệm, phường Bến Thành, Thành phố Hồ Chí Minh',
      },
    ],
  },
  {
    sub: 'eid-tran-van-thu',
    name: 'Trần Văn Thử',
    group: 'applicant',
    note: 'Người dân; chỉ có mức độ 1',
    level: 1,
    birthdate: '1994-07-21',
    nationalId: '038094000789',
    phone: '0900000103',
    email: 'tran.van.thu@demo.test',
    address: 'Thôn Thử, xã Mẫu Sơn, tỉnh Thanh Hóa',
    organisations: [],
  },
  ...memberRows.map(
    ([sub, name, note, birthdate, nationalId, phone]): Holder => ({
      sub,
      name,
      group: 'applicant',
      note: `${note} của Công ty TNHH Nha khoa An Bình; mức độ 2`,
      level: 2,
      birthdate,
      nationalId,
      phone,
      email: `${sub.slice('eid-'.length)}@demo.test`,
      address: 'Số 9, phố Mẫu, phường Cầu Giấy, thành phố Hà Nội',
      organisations: [],
    }),
  ),
]

// key of the e-mail address, name, post, year of birth
const officerRows = [
  ['desk.hn', 'Trần Thu Hà', 'Cán bộ một cửa, Sở Y tế Hà Nội', '1990'],
  ['case.hn', 'Lê Minh', 'Chuyên viên, Sở Y tế Hà Nội', '1988'],
  ['case2.hn', 'Phạm Ngọc Lan', 'Chuyên viên, Sở Y tế Hà Nội', '1991'],
  ['head.hn', 'Vũ Đức Thắng', 'Trưởng phòng, Sở Y tế Hà Nội', '1976'],
  ['leader.hn', 'Nguyễn Văn Mẫu', 'Giám đốc, Sở Y tế Hà Nội', '1970'],
  ['deputy.hn', 'Đỗ Thị Hạnh', 'Phó Giám đốc, Sở Y tế Hà Nội', '1974'],
  ['clerk.hn', 'Bùi Thị Yến', 'Văn thư, Sở Y tế Hà Nội', '1986'],
  ['cashier.hn', 'Hoàng Anh Tuấn', 'Kế toán thu, Sở Y tế Hà Nội', '1983'],
  ['admin.hn', 'Ngô Quang Huy', 'Quản trị, Sở Y tế Hà Nội', '1987'],
  ['desk.hcm', 'Lý Thanh Mai', 'Cán bộ một cửa, Sở Y tế Thành phố Hồ Chí Minh', '1992'],
  ['case.hcm', 'Võ Hoàng Nam', 'Chuyên viên, Sở Y tế Thành phố Hồ Chí Minh', '1989'],
  ['leader.hcm', 'Trương Mỹ Linh', 'Giám đốc, Sở Y tế Thành phố Hồ Chí Minh', '1972'],
  ['admin.byt', 'Đinh Gia Bảo', 'Quản trị, Bộ Y tế', '1985'],
  ['desk.qld', 'Mai Thị Hương', 'Cán bộ một cửa, Cục Quản lý Dược', '1991'],
  ['case.qld', 'Trịnh Quốc Bảo', 'Chuyên viên, Cục Quản lý Dược', '1989'],
  ['head.qld', 'Lương Thị Hòa', 'Trưởng phòng, Cục Quản lý Dược', '1979'],
  ['leader.qld', 'Phan Đình Khôi', 'Cục trưởng, Cục Quản lý Dược', '1971'],
  ['clerk.qld', 'Tạ Thị Nhung', 'Văn thư, Cục Quản lý Dược', '1988'],
  ['desk.httb', 'Chu Thị Lan', 'Cán bộ một cửa, Cục Hạ tầng và Thiết bị y tế', '1991'],
  ['case.httb', 'Hồ Sỹ Quang', 'Chuyên viên, Cục Hạ tầng và Thiết bị y tế', '1989'],
  ['head.httb', 'Đoàn Minh Tuấn', 'Trưởng phòng, Cục Hạ tầng và Thiết bị y tế', '1979'],
  ['leader.httb', 'Dương Cẩm Vân', 'Cục trưởng, Cục Hạ tầng và Thiết bị y tế', '1971'],
  ['clerk.httb', 'Lại Văn Sơn', 'Văn thư, Cục Hạ tầng và Thiết bị y tế', '1988'],
  ['desk.attp', 'Cao Thị Thơm', 'Cán bộ một cửa, Cục An toàn thực phẩm', '1991'],
  ['case.attp', 'Nghiêm Xuân Trường', 'Chuyên viên, Cục An toàn thực phẩm', '1989'],
  ['head.attp', 'Kiều Thị Oanh', 'Trưởng phòng, Cục An toàn thực phẩm', '1979'],
  ['leader.attp', 'Thái Bá Lộc', 'Cục trưởng, Cục An toàn thực phẩm', '1971'],
  ['clerk.attp', 'Từ Thị Hiền', 'Văn thư, Cục An toàn thực phẩm', '1988'],
] as const

const officers: readonly Holder[] = officerRows.map(([key, name, note, born], at) => ({
  sub: `eid-officer-${key}`,
  name,
  group: 'officer',
  note,
  level: 2,
  birthdate: `${born}-01-15`,
  nationalId: `0010${born.slice(2)}${String(900_001 + at)}`,
  phone: `09000002${String(at + 1).padStart(2, '0')}`,
  email: `${key}@demo.test`,
  address: '',
  organisations: [],
}))

/** Everybody whom the stand-in e-ID knows. */
export const holders: readonly Holder[] = [...applicants, ...officers]

export function findHolder(sub: string): Holder | undefined {
  return holders.find((holder) => holder.sub === sub)
}
