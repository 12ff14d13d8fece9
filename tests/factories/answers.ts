import type { Answers, TableRow } from '@/lib/procedures/answers'

const WEEK = ['t2', 't3', 't4', 't5', 't6', 't7']
const OPEN = { days: WEEK, from: '08:00', to: '20:00' }
const DAYTIME = { days: WEEK, from: '08:00', to: '17:00' }
const EVENING = { days: WEEK, from: '17:00', to: '20:00' }

/** A practitioner who could really be registered: the dentist in charge. */
export function practitioner(overrides: TableRow = {}): TableRow {
  return {
    full_name: 'Đặng Quốc Việt',
    id_number: '001085001234',
    licence_number: '001234/HNO-GPHN',
    licence_date: '2020-03-12',
    licence_issuer: 'Sở Y tế thành phố Hà Nội',
    title: 'bac-si',
    scope: ['bs-rhm'],
    position: 'Phụ trách phòng khám',
    employment: 'toan-thoi-gian',
    schedule: [DAYTIME],
    ...overrides,
  }
}

const organisation: Answers = {
  org_type: 'cong-ty-tnhh-1tv',
  org_name: 'Công ty TNHH Nha khoa An Bình',
  org_tax_code: '0100112437',
  org_reg_number: '0100112437',
  org_reg_date: '2024-05-20',
  org_reg_issuer: 'Phòng Đăng ký kinh doanh, Sở Tài chính thành phố Hà Nội',
  org_head_office: { province: '01', commune: '00175', street: 'Số 18 đường Mẫu' },
  org_legal_rep: {
    full_name: 'Đặng Quốc Việt',
    position: 'Giám đốc',
    id_number: '001085001234',
    date_of_birth: '1985-04-12',
    phone: '+84912345678',
    email: 'viet@anbinh.test',
  },
  org_phone: '+84912345678',
  org_email: 'lienhe@anbinh.test',
}

const facility: Answers = {
  request_case: 'cap-moi-lan-dau',
  facility_name: 'Phòng khám Răng Hàm Mặt An Bình',
  organisation_form: 'phong-kham-rhm',
  dental_chairs: 3,
  ownership: 'tu-nhan',
  non_profit: false,
  facility_address: { province: '01', commune: '00175', street: 'Số 18 đường Mẫu' },
  facility_phone: '+842438001234',
  facility_email: 'phongkham@anbinh.test',
  working_hours: [OPEN],
  languages: ['vi', 'en'],
  telemedicine: false,
  health_check_service: false,
  has_procedure_room: true,
  has_anaesthesia: 'te',
}

const people: Answers = {
  rp_full_name: 'Đặng Quốc Việt',
  rp_id_number: '001085001234',
  rp_title: 'bac-si',
  rp_licence_number: '001234/HNO-GPHN',
  rp_licence_date: '2020-03-12',
  rp_licence_issuer: 'Sở Y tế thành phố Hà Nội',
  rp_scope: ['bs-rhm'],
  rp_months_practised: 80,
  rp_full_time: true,
  rp_in_charge_elsewhere: false,
  rp_hours: [DAYTIME],
  practitioners: [
    practitioner(),
    practitioner({
      full_name: 'Nguyễn Thị Thu Hằng',
      id_number: '001190004321',
      licence_number: '004567/HNO-GPHN',
      position: 'Bác sỹ điều trị',
      employment: 'ban-thoi-gian',
      schedule: [EVENING],
    }),
  ],
  other_staff: [
    { full_name: 'Phạm Thị Lan', qualification: 'Trung cấp kế toán', position: 'Lễ tân' },
  ],
  has_units: false,
}

const place: Answers = {
  premises_ownership: 'thue',
  lease_end_date: '2029-12-31',
  floor_area_m2: 120.5,
  storeys: 2,
  separate_from_home: true,
  rooms: [
    { room_name: 'Tiếp đón', room_type: 'tiep-don', floor: '1', area_m2: 20 },
    { room_name: 'Phòng khám 1', room_type: 'kham', floor: '1', area_m2: 25.5, beds: 2 },
    { room_name: 'Phòng tiểu phẫu', room_type: 'thu-thuat', floor: '2', area_m2: 18, beds: 1 },
  ],
  fire_safety: 'tu-kiem-tra',
  radiation_use: true,
  radiation_licence_no: 'GP-0123/2026',
  radiation_licence_expiry: '2029-06-30',
  waste_method: 'hop-dong',
  waste_contractor: 'Công ty Môi trường Đô thị Mẫu',
  waste_contract_no: '88/2026/HĐ',
  infection_control: 'Máy hấp tiệt khuẩn, khu rửa dụng cụ một chiều.',
  utilities_ok: true,
  emergency_kit: true,
  equipment: [
    {
      name: 'Ghế máy nha khoa',
      model: 'DC-200',
      manufacturer: 'Mẫu Dental',
      country: 'JP',
      year: 2024,
      quantity: 3,
      condition: 100,
      device_class: 'B',
    },
    {
      name: 'Máy X-quang răng',
      model: 'XR-1',
      manufacturer: 'Mẫu Imaging',
      country: 'DE',
      year: 2023,
      quantity: 1,
      condition: 95,
      device_class: 'C',
      calibration_date: '2026-06-01',
    },
  ],
  techniques: [
    {
      code: '16.0043.1020',
      name: 'Lấy cao răng',
      chapter: 'rang-ham-mat',
      surgery_class: 'na',
      performer: 'Đặng Quốc Việt',
    },
  ],
  his_connected: true,
}

const ending: Answers = { wants_paper_copy: false, commit_truth: true, data_notice: true }

/** A complete dental clinic of a company in Hà Nội, filed by its representative. Nothing is missing. */
export function clinicAnswers(overrides: Answers = {}): Answers {
  return { ...organisation, ...facility, ...people, ...place, ...ending, ...overrides }
}

/** Papers that the shipped answers ask for; with them the dossier can be sent. */
export const CLINIC_PAPERS = [
  'establishment',
  'rp-licence',
  'lease',
  'device-proofs',
  'radiation-licence',
  'waste-contract',
] as const

/** A household business: no legal representative but an owner; a traditional medicine clinic in TP.HCM. */
export function householdClinicAnswers(overrides: Answers = {}): Answers {
  const { org_legal_rep: _, dental_chairs: __, ...rest } = clinicAnswers()
  return {
    ...rest,
    org_type: 'ho-kinh-doanh',
    org_name: 'Hộ kinh doanh Lê Thị Mẫu',
    org_tax_code: '001188000123',
    owner_person: {
      full_name: 'Lê Thị Mẫu',
      id_number: '001188000123',
      date_of_birth: '1988-09-02',
    },
    facility_name: 'Phòng khám Y học cổ truyền Mẫu',
    organisation_form: 'phong-kham-yhct',
    facility_address: { province: '79', commune: '26740', street: 'Số 5 đường Thử' },
    rp_scope: ['bs-yhct'],
    ...overrides,
  }
}

/** A skin clinic of an individual, with a second specialty, humanitarian, paper copy by post. */
export function charityClinicAnswers(overrides: Answers = {}): Answers {
  const kept = Object.entries(clinicAnswers()).filter(([key]) => !key.startsWith('org_'))
  const { dental_chairs: _, ...rest } = Object.fromEntries(kept)
  return {
    ...rest,
    org_type: 'ca-nhan',
    owner_person: {
      full_name: 'Lê Thị Mẫu',
      id_number: '001188000123',
      date_of_birth: '1988-09-02',
    },
    owner_address: { province: '01', commune: '00166', street: 'Ngõ 1' },
    org_phone: '+84987654321',
    org_email: 'mau@demo.test',
    facility_name: 'Phòng khám Da liễu Mẫu',
    organisation_form: 'phong-kham-chuyen-khoa',
    clinic_specialty: 'da-lieu',
    secondary_specialty: 'nhi',
    aesthetic_services: ['laser'],
    non_profit: true,
    funding_source: 'Quỹ từ thiện Mẫu',
    funding_amount: 500_000_000,
    rp_scope: ['bs-da-lieu'],
    has_units: true,
    department_heads: [
      {
        unit: 'Nhi khoa',
        specialty: 'nhi',
        full_name: 'Nguyễn Thị Thu Hằng',
        id_number: '001190004321',
      },
    ],
    wants_paper_copy: true,
    copy_channel: 'buu-chinh',
    copy_recipient: { full_name: 'Lê Thị Mẫu', phone: '+84987654321' },
    copy_address: { province: '01', commune: '00166', street: 'Ngõ 1' },
    ...overrides,
  }
}
