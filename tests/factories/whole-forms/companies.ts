import type { Answers } from '@/lib/procedures/answers'
import { clinicAnswers } from '@/tests/factories/answers'

const ending: Answers = { wants_paper_copy: false, commit_truth: true, data_notice: true }

/** The company that files, as the clinic's form knows it too. */
function company(): Answers {
  return Object.fromEntries(Object.entries(clinicAnswers()).filter(([key]) => /^org_/.test(key)))
}

const WEEK = ['t2', 't3', 't4', 't5', 't6', 't7', 'cn']
const OPEN = { days: WEEK, from: '08:00', to: '20:00' }

/** A pharmacy in Hà Nội that also sells vaccines, led by a pharmacist with a degree. */
export function pharmacyAnswers(): Answers {
  return {
    ...company(),
    site_name: 'Nhà thuốc An Bình',
    retail_type: 'nha-thuoc',
    belongs_to_chain: false,
    site_address: { province: '01', commune: '00175', street: 'Số 20 đường Mẫu' },
    difficult_area: false,
    site_phone: '+842438001235',
    opening_hours: [OPEN],
    ecommerce: true,
    ecommerce_channels: 'https://nhathuoc.anbinh.test',
    business_scope: ['thuoc-ke-don', 'thuoc-khong-ke-don', 'vac-xin'],
    storage_conditions: ['thuong', 'lanh'],
    also_gpp_cert: true,
    ph_full_name: 'Phạm Thu Cúc',
    ph_date_of_birth: '1986-03-08',
    ph_nationality: 'VN',
    ph_id_number: '001186007788',
    ph_cchn_no: '5678/CCHN-D-SYT-HNO',
    ph_cchn_date: '2015-06-01',
    ph_cchn_issuer: 'Sở Y tế thành phố Hà Nội',
    ph_cchn_scope: ['nha-thuoc'],
    ph_phone: '+84912000111',
    ph_elsewhere: false,
    staff: [
      {
        full_name: 'Phạm Thu Cúc',
        id_number: '001186007788',
        qualification: 'dh-duoc',
        cchn_no: '5678/CCHN-D-SYT-HNO',
        position: 'phu-trach-chuyen-mon',
        gpp_training_date: '2026-05-15',
        hours: [OPEN],
      },
    ],
    total_area_m2: 48,
    display_area_m2: 30,
    counselling_area: true,
    repack_area: true,
    non_drug_area: true,
    equipment: [
      { name: 'Điều hòa nhiệt độ', quantity: 2 },
      { name: 'Nhiệt ẩm kế tự ghi', quantity: 2, calibrated_on: '2026-06-01' },
      { name: 'Tủ lạnh bảo quản vắc xin', quantity: 1, calibrated_on: '2026-06-01' },
    ],
    datalogger: true,
    sops: ['mua-thuoc', 'ban-ke-don', 'ban-khong-ke-don', 'bao-quan', 'khieu-nai-thu-hoi'],
    pharmacy_software: 'GPP Mẫu, mã cơ sở 01-0456',
    software_connected: true,
    ...ending,
  }
}

/** An imported blood pressure monitor of class B, of a Japanese owner. */
export function deviceAnswers(): Answers {
  return {
    ...company(),
    org_role: 'uy-quyen',
    tech_contact: {
      full_name: 'Trần Minh Khôi',
      phone: '+84912000222',
      email: 'khoi@anbinh.test',
      position: 'Phụ trách hồ sơ',
    },
    device_class: 'B',
    classification_rule: 'Quy tắc 10, phần II Phụ lục I',
    classification_doc_no: 'PL-0045/2026',
    is_ivd: false,
    device_name_vi: 'Máy đo huyết áp điện tử bắp tay',
    device_name_en: 'Upper arm blood pressure monitor',
    grouping: 'don-le',
    intended_use: 'Đo huyết áp và nhịp tim của người lớn tại nhà và tại cơ sở y tế.',
    single_use: false,
    features: ['do'],
    items: [{ type: 'BP-300', code: 'BP-300-VN', spec: '1 máy mỗi hộp' }],
    owner_name: 'Mẫu Medical Co., Ltd.',
    owner_country: 'JP',
    owner_address: '1-2-3 Mihon, Osaka, Nhật Bản',
    loa_expiry: '2029-12-31',
    manufacturers: [
      {
        name: 'Mẫu Medical Factory 1',
        address: 'Osaka, Nhật Bản',
        country: 'JP',
        iso_no: 'MD-778899',
        iso_expiry: '2028-05-31',
        iso_body: 'TÜV Mẫu',
      },
    ],
    origin: 'nhap-khau',
    cfs_no: 'CFS-2026-118',
    cfs_country: 'JP',
    cfs_expiry: '2028-03-31',
    warranty_sites: [
      {
        name: 'Trung tâm bảo hành An Bình',
        tax_code: '0100112437',
        address: 'Số 18 đường Mẫu, phường Yên Hòa, thành phố Hà Nội',
        phone: '+842438001236',
      },
    ],
    standards: [{ code: 'ISO 13485:2016', title: 'Hệ thống quản lý chất lượng', type: 'quoc-te' }],
    qcvn_applicable: false,
    ...ending,
  }
}
