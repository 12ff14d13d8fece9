import { defectsOf } from './defect'
import { all, firstRows, part, row, rows, set, withoutPaper } from './draft'

const WEEK = ['t2', 't3', 't4', 't5', 't6']
const DAY_TIME = [{ days: WEEK, from: '08:00', to: '17:00' }]
const EARLY_TILL_LATE = [{ days: WEEK, from: '06:00', to: '21:00' }]

export const CLINIC_DEFECTS = defectsOf('gphd-specialist-clinic-new', [
  {
    draft: 0,
    what: 'the licence of the person in charge is not attached',
    plant: withoutPaper('rp-licence'),
    at: 'paper_rp_licence',
  },
  {
    draft: 0,
    what: 'the tax code has a wrong check digit',
    given: { org_type: 'cong-ty-tnhh-2tv' },
    plant: set({ org_tax_code: '0100112438' }),
    at: 'org_tax_code',
  },
  {
    draft: 0,
    what: 'rooms that do not fit into the floor',
    given: { floor_area_m2: 200 },
    plant: set({ floor_area_m2: 20 }),
    at: 'floor_area_m2',
  },
  {
    draft: 1,
    what: 'hours that meet those at another facility',
    plant: row('practitioners', 0, { other_facilities: 'Bệnh viện Mẫu', other_schedule: DAY_TIME }),
    at: 'practitioners[0].other_schedule',
  },
  {
    draft: 1,
    what: 'a lease that has run out',
    given: { premises_ownership: 'thue' },
    plant: set({ lease_end_date: '2026-01-31' }),
    at: 'lease_end_date',
  },
  {
    draft: 2,
    what: 'hours outside those of the clinic',
    plant: row('practitioners', 1, { schedule: EARLY_TILL_LATE }),
    at: 'practitioners[1].schedule',
  },
  {
    draft: 2,
    what: 'a skin doctor in charge of a dental clinic',
    given: { organisation_form: 'phong-kham-rhm', rp_scope: ['bs-rhm'] },
    plant: set({ rp_scope: ['bs-da-lieu'] }),
    at: 'rp_scope',
  },
  {
    draft: 3,
    what: 'a practitioner without the number of the licence',
    plant: row('practitioners', 0, { licence_number: '' }),
    at: 'practitioners[0].licence_number',
  },
  {
    draft: 3,
    what: 'a technique that nobody has the scope for',
    setUp: all(
      rows('practitioners', { scope: ['bs-rhm'] }),
      rows('techniques', { chapter: 'rang-ham-mat' }),
    ),
    plant: row('techniques', 1, { chapter: 'mat' }),
    at: 'techniques[1].chapter',
  },
])

export const PHARMACY_DEFECTS = defectsOf('gpp-new', [
  {
    draft: 0,
    what: 'less than 10 m²',
    given: { retail_type: 'nha-thuoc', total_area_m2: 40, display_area_m2: 9 },
    plant: set({ total_area_m2: 9.5 }),
    at: 'total_area_m2',
  },
  {
    draft: 0,
    what: 'a certificate for wholesale only',
    given: { retail_type: 'nha-thuoc', ph_cchn_scope: ['nha-thuoc'] },
    plant: set({ ph_cchn_scope: ['ban-buon'] }),
    at: 'ph_cchn_scope',
  },
  {
    draft: 1,
    what: 'no floor plan',
    plant: withoutPaper('floor-plan'),
    at: 'paper_floor_plan',
  },
  {
    draft: 1,
    what: 'a display that is larger than the shop',
    given: { total_area_m2: 40, display_area_m2: 30 },
    plant: set({ display_area_m2: 60 }),
    at: 'display_area_m2',
  },
  {
    draft: 2,
    what: 'a certificate that is older than its holder',
    given: { ph_date_of_birth: '2006-08-01' },
    plant: set({ ph_cchn_date: '2006-05-01' }),
    at: 'ph_cchn_date',
  },
  {
    draft: 2,
    what: 'staff at hours when the shop is closed',
    plant: row('staff', 0, { hours: EARLY_TILL_LATE }),
    at: 'staff[0].hours',
  },
  {
    draft: 3,
    what: 'vaccines without cold storage',
    given: {
      retail_type: 'nha-thuoc',
      business_scope: ['thuoc-ke-don', 'vac-xin'],
      storage_conditions: ['thuong', 'lanh'],
    },
    plant: set({ storage_conditions: ['thuong'] }),
    at: 'storage_conditions',
  },
])

export const REGISTRATION_DEFECTS = defectsOf('practice-registration', [
  {
    draft: 0,
    what: 'two hours at once in one timetable',
    given: { change_kind: 'lan-dau' },
    plant: row('practitioners', 0, {
      schedule: [
        { days: ['t2'], from: '08:00', to: '12:00' },
        { days: ['t2'], from: '11:00', to: '15:00' },
      ],
    }),
    at: 'practitioners[0].schedule[1].from',
  },
  {
    draft: 1,
    what: 'hours that meet those at another facility',
    given: { change_kind: 'bo-sung' },
    plant: row('practitioners', 1, { other_facilities: 'Bệnh viện Mẫu', other_schedule: DAY_TIME }),
    at: 'practitioners[1].other_schedule',
  },
  {
    draft: 2,
    what: 'one person twice',
    given: { change_kind: 'lan-dau' },
    plant: row('practitioners', 1, { id_number: '001085004321' }),
    at: 'practitioners[1].id_number',
  },
  {
    draft: 3,
    what: 'closing before opening',
    plant: set({ working_hours: [{ days: WEEK, from: '17:00', to: '08:00' }] }),
    at: 'working_hours[0].to',
  },
  {
    draft: 2,
    what: 'nobody who works full time',
    given: { change_kind: 'lan-dau' },
    setUp: rows('practitioners', { employment: 'toan-thoi-gian' }),
    plant: rows('practitioners', { employment: 'ban-thoi-gian' }),
    at: 'practitioners',
  },
])

export const VACCINATION_DEFECTS = defectsOf('vaccination-facility-announce', [
  {
    draft: 0,
    what: 'a place for watching that is too small',
    given: { kind: ['co-dinh'] },
    plant: set({ monitoring_area: 10 }),
    at: 'monitoring_area',
  },
  {
    draft: 0,
    what: 'two people where the law asks for three',
    plant: firstRows('staff', 2),
    at: 'staff',
  },
  {
    draft: 1,
    what: 'nobody who may examine before the injection',
    setUp: all(
      rows('staff', { qualification: 'dieu-duong', position: 'tiem' }),
      row('staff', 0, { qualification: 'bac-sy', position: 'sang-loc' }),
    ),
    plant: row('staff', 0, { qualification: 'dieu-duong' }),
    at: 'staff',
  },
  {
    draft: 2,
    what: 'no refrigerator',
    given: { kind: ['co-dinh'] },
    setUp: rows('cold_chain', { kind: 'tu-lanh' }),
    plant: rows('cold_chain', { kind: 'theo-doi' }),
    at: 'cold_chain',
  },
  {
    draft: 3,
    what: 'no emergency kit',
    plant: set({ emergency_kit: false }),
    at: 'emergency_kit',
  },
])

export const BIOSAFETY_DEFECTS = defectsOf('biosafety-1-2-announce', [
  {
    draft: 0,
    what: 'a laboratory of level 2 that is too small',
    given: { bsl: '2', area: 30 },
    plant: set({ area: 15 }),
    at: 'area',
  },
  {
    draft: 1,
    what: 'people trained for level 1 at level 2',
    given: { bsl: '2' },
    setUp: rows('staff', { training: 'cap-2' }),
    plant: rows('staff', { training: 'cap-1' }),
    at: 'staff',
  },
  {
    draft: 2,
    what: 'no autoclave at level 2',
    given: { bsl: '2', autoclave: true },
    plant: set({ autoclave: false }),
    at: 'autoclave',
  },
  {
    draft: 3,
    what: 'an identity number of a province that never was',
    plant: part('org_legal_rep', { id_number: '003085001234' }),
    at: 'org_legal_rep.id_number',
  },
])
