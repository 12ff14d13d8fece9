import { db } from '@/db/client'
import { type NewAgency, saveAgencies } from '@/db/queries/agencies'
import { PROVINCES, type Province } from '@/lib/procedures/provinces'

/** The desk, address and telephone are the agency's own to give; until then they are empty. */
const NO_CONTACT = { address: '', phone: '', email: '' }

/** The Ministry and the 34 provincial health departments, as the catalogue of provinces has them. */
export async function loadAgencies(): Promise<void> {
  await saveAgencies(db, [ministry(), ...PROVINCES.map(healthDepartment)])
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
