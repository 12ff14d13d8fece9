import type { FactName } from '@/lib/procedures/shape/condition'

/** How facts that no question asks for are said in a condition on paper. */
export const FACT_WORDS = {
  'capacity.self': 'người nộp tự nộp hồ sơ của mình',
  'capacity.organisation': 'người nộp đại diện cho tổ chức',
  'capacity.proxy': 'nộp hồ sơ theo ủy quyền',
  'registry.business': 'thông tin đăng ký kinh doanh đã có trong cơ sở dữ liệu',
  'registry.responsible-person':
    'thông tin người chịu trách nhiệm chuyên môn đã có trong cơ sở dữ liệu',
  'registry.department-heads': 'thông tin người phụ trách bộ phận đã có trong cơ sở dữ liệu',
  'authority.erred': 'sai sót do cơ quan cấp gây ra',
} as const satisfies Record<FactName, string>

/** Parts of a composite answer, as the web form labels them. */
export const PART_WORDS: Readonly<Record<string, string>> = {
  province: 'Tỉnh, thành phố',
  commune: 'Xã, phường, đặc khu',
  street: 'Số nhà, đường, thôn, tổ',
  full_name: 'Họ và tên',
  position: 'Chức vụ',
  date_of_birth: 'Ngày sinh',
  id_number: 'Số định danh cá nhân',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  name: 'Tên tổ chức',
  tax_code: 'Mã số thuế',
  contact: 'Người liên hệ',
}
