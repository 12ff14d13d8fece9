import { defectsOf } from './defect'
import { part, row, rows, set, withoutPaper } from './draft'

const DOCTOR = { requested_title: 'bac-si', internship_exempt: false, internship_months: 12 }

export const PRACTITIONER_DEFECTS = defectsOf('gphn-new', [
  {
    draft: 0,
    what: 'nine months of practice for a doctor',
    given: DOCTOR,
    plant: set({ internship_months: 9 }),
    at: 'internship_months',
  },
  {
    draft: 0,
    what: 'a certificate of health of last year',
    plant: set({ health_cert_date: '2025-06-01' }),
    at: 'health_cert_date',
  },
  {
    draft: 1,
    what: 'periods of practice that do not add up',
    given: DOCTOR,
    plant: rows('internships', { from: '2026-06-01', to: '2026-08-31' }),
    at: 'internship_months',
  },
  {
    draft: 1,
    what: 'a number of a licence that is none',
    given: DOCTOR,
    plant: row('internships', 0, { supervisor_licence: '12345' }),
    at: 'internships[0].supervisor_licence',
  },
  {
    draft: 2,
    what: 'practice that ends before it begins',
    given: DOCTOR,
    plant: row('internships', 0, { from: '2026-05-01', to: '2025-05-01' }),
    at: 'internships[0].to',
  },
  {
    draft: 2,
    what: 'no diploma of the specialty',
    given: { requested_title: 'bac-si', requested_scope: ['bs-noi'] },
    plant: withoutPaper('specialist-diploma'),
    at: 'paper_specialist_diploma',
  },
  {
    draft: 3,
    what: 'a scope of doctors for an assistant doctor',
    given: { requested_title: 'y-si', requested_scope: ['ys-da-khoa'] },
    plant: set({ requested_scope: ['bs-ngoai'] }),
    at: 'requested_scope',
  },
  {
    draft: 3,
    what: 'a diploma from before the studies',
    plant: row('diplomas', 0, { from: '2020-01-01', graduation_date: '2018-06-01' }),
    at: 'diplomas[0].graduation_date',
  },
  {
    draft: 3,
    what: 'a qualification that no diploma shows',
    given: { qualification: 'Y sỹ đa khoa' },
    setUp: rows('diplomas', { major: 'Y sỹ đa khoa' }),
    plant: set({ qualification: 'Bác sỹ y khoa' }),
    at: 'qualification',
  },
])

const PHARMACIST = { positions: ['nha-thuoc'], practice_months: 24, main_qualification: 'dh-duoc' }

export const PHARMACIST_DEFECTS = defectsOf('cchnd-new', [
  {
    draft: 0,
    what: 'eighteen months of practice for a pharmacy',
    given: PHARMACIST,
    plant: set({ practice_months: 18 }),
    at: 'practice_months',
  },
  {
    draft: 0,
    what: 'a criminal record sheet of last spring',
    given: { crc_waived: false },
    plant: set({ crc_date: '2026-03-01' }),
    at: 'crc_date',
  },
  {
    draft: 1,
    what: 'no confirmation of practice',
    plant: withoutPaper('practice'),
    at: 'paper_practice',
  },
  {
    draft: 1,
    what: 'a qualification that is not among the diplomas',
    given: { main_qualification: 'dh-duoc' },
    setUp: rows('diplomas', { qualification: 'dh-duoc' }),
    plant: set({ main_qualification: 'tc-duoc' }),
    at: 'main_qualification',
  },
  {
    draft: 2,
    what: 'a college diploma for a pharmacy',
    given: PHARMACIST,
    plant: set({ main_qualification: 'cd-duoc' }),
    at: 'positions',
  },
  {
    draft: 2,
    what: 'practice that ends before it begins',
    plant: row('practice_periods', 1, { from: '2026-05-01', to: '2025-05-01' }),
    at: 'practice_periods[1].to',
  },
  {
    draft: 3,
    what: 'a few weeks of practice given as two years',
    given: PHARMACIST,
    plant: rows('practice_periods', { from: '2026-08-01', to: '2026-09-15' }),
    at: 'practice_months',
  },
])

export const SUPPLEMENT_DEFECTS = defectsOf('supplement-registration', [
  {
    draft: 0,
    what: 'a certificate of good manufacture that has run out',
    plant: set({ gmp_expiry: '2026-10-01' }),
    at: 'gmp_expiry',
  },
  {
    draft: 1,
    what: 'a test report older than twelve months',
    plant: set({ test_date: '2025-09-01' }),
    at: 'test_date',
  },
  { draft: 1, what: 'no label', plant: withoutPaper('label'), at: 'paper_label' },
  {
    draft: 2,
    what: 'an import that was made here',
    given: { origin: 'nhap-khau', country: 'FR' },
    plant: set({ country: 'VN' }),
    at: 'country',
  },
  {
    draft: 3,
    what: 'a product that another authority registers',
    given: { product_group: 'tpbvsk' },
    plant: set({ product_group: 'tre-36' }),
    at: 'product_group',
  },
])

export const DEVICE_DEFECTS = defectsOf('device-cd-circulation-new', [
  {
    draft: 0,
    what: 'an ISO certificate that has run out',
    plant: row('manufacturers', 0, { iso_expiry: '2026-10-01' }),
    at: 'manufacturers[0].iso_expiry',
  },
  {
    draft: 1,
    what: 'an authorisation of the owner that has run out',
    given: { org_role: 'uy-quyen' },
    plant: set({ loa_expiry: '2026-06-30' }),
    at: 'loa_expiry',
  },
  { draft: 2, what: 'no technical dossier', plant: withoutPaper('csdt'), at: 'paper_csdt' },
  {
    draft: 3,
    what: 'made here by a maker abroad',
    given: { origin: 'trong-nuoc' },
    setUp: rows('manufacturers', { country: 'VN' }),
    plant: rows('manufacturers', { country: 'DE' }),
    at: 'manufacturers',
  },
  {
    draft: 3,
    what: 'class D without clinical evidence',
    given: { device_class: 'D', is_ivd: false, evidence: 'lam-sang' },
    plant: set({ evidence: 'khong' }),
    at: 'evidence',
  },
])

export const TRADE_DEFECTS = defectsOf('device-trade-declare', [
  {
    draft: 0,
    what: 'the papers of the warehouse in the place of another',
    plant: withoutPaper('warehouse'),
    at: 'paper_warehouse',
  },
  {
    draft: 1,
    what: 'nobody with the diploma that is asked for',
    setUp: rows('tech_staff', { qualification: 'dai-hoc' }),
    plant: rows('tech_staff', { qualification: 'trung-cap' }),
    at: 'tech_staff',
  },
  {
    draft: 2,
    what: 'a commune of another province',
    plant: part('trade_address', { province: '79' }),
    at: 'trade_address.commune',
  },
  {
    draft: 3,
    what: 'a representative without an identity number',
    given: { org_type: 'cong-ty-tnhh-2tv' },
    plant: part('org_legal_rep', { id_number: '' }),
    at: 'org_legal_rep.id_number',
  },
])
