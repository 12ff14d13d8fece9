import { db } from '@/db/client'
import { type NewAgency, saveAgencies } from '@/db/queries/agencies'
import { PROVINCES, type Province } from '@/lib/procedures/provinces'

/** The desk, address and telephone are the agency's own to give; until then they are empty. */
const NO_CONTACT = { address: '', phone: '', email: '' }

/**
 * The departments of the Ministry that decide procedures of their own. Their names are those before Decree
 * 313/2026/NĐ-CP, and their identifiers nobody has confirmed.
 */
const DEPARTMENTS = [
  {
    id: 'cuc-ql-duoc',
    code: 'G18.10',
    suffix: 'QLD',
    vi: 'Cục Quản lý Dược',
    en: 'Drug Administration',
  },
  {
    id: 'cuc-ha-tang-tbyt',
    code: 'G18.11',
    suffix: 'HTTB',
    vi: 'Cục Hạ tầng và Thiết bị y tế',
    en: 'Infrastructure and Medical Device Administration',
  },
  {
    id: 'cuc-attp',
    code: 'G18.12',
    suffix: 'ATTP',
    vi: 'Cục An toàn thực phẩm',
    en: 'Food Administration',
  },
] as const

/** The Ministry, its deciding departments, and the 34 health departments of the catalogue of provinces. */
export async function loadAgencies(): Promise<void> {
  const departments = DEPARTMENTS.map(ministryDepartment)
  await saveAgencies(db, [ministry(), ...departments, ...PROVINCES.map(healthDepartment)])
}

function ministryDepartment({ id, code, suffix, vi, en }: (typeof DEPARTMENTS)[number]): NewAgency {
  return {
    ...ministry(),
    id,
    code,
    codeConfidence: 'unverified',
    kind: 'ministry-department',
    nameVi: vi,
    nameEn: en,
    parentNameVi: 'Bộ Y tế',
    licenceSuffix: suffix,
  }
}

function ministry(): NewAgency {
  return {
    id: 'byt',
    code: 'G18',
    codeConfidence: 'verified',
    kind: 'ministry',
    provinceCode: null,
    nameVi: 'Bộ Y tế',
    nameEn: 'Ministry of Health',
    parentNameVi: '',
    place: 'Hà Nội',
    licenceSuffix: 'BYT',
    contact: {
      ...NO_CONTACT,
      deskName: { vi: 'Bộ phận Tiếp nhận và Trả kết quả', en: 'Intake and Results Desk' },
    },
    sealKeyId: null,
  }
}

function healthDepartment(province: Province): NewAgency {
  const { healthDepartment: department, label, shortName } = province
  return {
    id: department.key,
    code: province.healthAgencyId.value,
    codeConfidence: province.healthAgencyId.confidence.startsWith('verified')
      ? 'verified'
      : 'unverified',
    kind: 'provincial-health-department',
    provinceCode: province.code,
    nameVi: department.name.vi,
    nameEn: department.name.en,
    parentNameVi: `Ủy ban nhân dân\n${label.vi}`,
    place: shortName.vi,
    licenceSuffix: province.licenceSuffix.value,
    contact: {
      ...NO_CONTACT,
      deskName: {
        vi: `Trung tâm Phục vụ hành chính công ${label.vi.charAt(0).toLowerCase()}${label.vi.slice(1)}`,
        en: `Public Administration Service Centre of ${label.en}`,
      },
    },
    sealKeyId: null,
  }
}
