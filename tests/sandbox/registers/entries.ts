import { type Holder, holders, type Represented } from '../cast'

export type Enterprise = {
  taxCode: string
  name: string
  kind: 'organisation' | 'household'
  registrationNumber: string
  registrationDate: string
  issuer: string
  address: string
  legalRepresentatives: string[]
  status: 'active' | 'suspended' | 'dissolved'
}
export type Registered = { idNumber: string; fullName: string; birthDate: string }

const HANOI = 'Phòng Đăng ký kinh doanh, Sở Tài chính thành phố Hà Nội'
const ADDRESS = 'Số 9, phố Mẫu, phường Cầu Giấy, thành phố Hà Nội'

/** Where the register is not the same as the electronic identity: a name that was changed since. */
const RENAMED: Readonly<Record<string, Partial<Enterprise>>> = {
  '0312687878': {
    name: 'CÔNG TY TRÁCH NHIỆM HỮU HẠN Y KHOA BÌNH MINH SÀI GÒN',
    legalRepresentatives: ['VÕ THỊ KHÁC'],
    issuer: 'Phòng Đăng ký kinh doanh, Sở Tài chính Thành phố Hồ Chí Minh',
  },
}

function entryOf(holder: Holder, organisation: Represented): Enterprise {
  const isHousehold = organisation.kind === 'household'
  return {
    taxCode: organisation.tax_code,
    // Registers write in capitals what everybody else does not.
    name: organisation.name.toLocaleUpperCase('vi'),
    kind: organisation.kind,
    registrationNumber: isHousehold ? '01D8000123' : organisation.tax_code,
    registrationDate: '2024-05-20',
    issuer: isHousehold ? 'Phòng Kinh tế, Ủy ban nhân dân phường Hoàn Kiếm' : HANOI,
    address: organisation.address,
    legalRepresentatives: [holder.name.toLocaleUpperCase('vi')],
    status: 'active',
    ...RENAMED[organisation.tax_code],
  }
}

function standing(taxCode: string, name: string, status: Enterprise['status']): Enterprise {
  return {
    taxCode,
    name,
    kind: 'organisation',
    registrationNumber: taxCode,
    registrationDate: '2019-03-04',
    issuer: HANOI,
    address: ADDRESS,
    legalRepresentatives: ['PHẠM MINH KHÁC'],
    status,
  }
}

/** The organisations of the cast, one that is dissolved and one that rests. */
export const enterprises: readonly Enterprise[] = [
  ...holders.flatMap((holder) => holder.organisations.map((one) => entryOf(holder, one))),
  standing('0100113014', 'CÔNG TY TNHH PHÒNG KHÁM ĐÃ GIẢI THỂ', 'dissolved'),
  standing('0100113021', 'CÔNG TY TNHH DƯỢC TẠM NGỪNG', 'suspended'),
]

/** Everybody of the cast, and people whom only forms name. */
export const people: readonly Registered[] = [
  ...holders.map(({ nationalId, name, birthdate }) => ({
    idNumber: nationalId,
    fullName: name,
    birthDate: birthdate,
  })),
  { idNumber: '001085001234', fullName: 'Đặng Quốc Việt', birthDate: '1985-04-12' },
  { idNumber: '001090000111', fullName: 'Phạm Minh Khác', birthDate: '1990-01-11' },
]

/** For these the register is out of order, whatever is asked. */
export const OUT_OF_ORDER: ReadonlySet<string> = new Set(['0100113039', '001090000503'])
