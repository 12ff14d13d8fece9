import type { Answers, TableRow } from '@/lib/procedures/answers'
import { clinicAnswers, practitioner } from '@/tests/factories/answers'

const WEEK = ['t2', 't3', 't4', 't5', 't6', 't7']
const OPEN = { days: WEEK, from: '07:30', to: '16:30' }

type Somebody = { full_name: string; id_number: string; scope: string; position: string }

function doctor({ full_name, id_number, scope, position }: Somebody): TableRow {
  return practitioner({
    full_name,
    id_number,
    licence_number: `${id_number.slice(-6)}/HNO-GPHN`,
    scope: [scope],
    position,
    schedule: [OPEN],
  })
}

const doctors = [
  doctor({
    full_name: 'Đặng Quốc Việt',
    id_number: '001085001234',
    scope: 'bs-noi',
    position: 'Phụ trách phòng khám',
  }),
  doctor({
    full_name: 'Nguyễn Thị Thu Hằng',
    id_number: '001190004321',
    scope: 'bs-nhi',
    position: 'Bác sỹ phòng khám Nhi',
  }),
  doctor({
    full_name: 'Trần Minh Khôi',
    id_number: '001088005577',
    scope: 'bs-ngoai',
    position: 'Bác sỹ phòng khám Ngoại',
  }),
]

const technicians = [
  {
    ...doctor({
      full_name: 'Võ Thị Mai',
      id_number: '001192003311',
      scope: 'ktv-xn',
      position: 'Kỹ thuật viên xét nghiệm',
    }),
    title: 'ky-thuat-y',
  },
  {
    ...doctor({
      full_name: 'Lê Văn Sơn',
      id_number: '001091002244',
      scope: 'ktv-ha',
      position: 'Kỹ thuật viên hình ảnh y học',
    }),
    title: 'ky-thuat-y',
  },
]

/** What it takes of rooms: three to consult in, emergency, observation, laboratory and imaging. */
const rooms = [
  { room_name: 'Tiếp đón', room_type: 'tiep-don', floor: '1', area_m2: 40 },
  { room_name: 'Phòng khám Nội', room_type: 'kham', floor: '1', area_m2: 18 },
  { room_name: 'Phòng khám Nhi', room_type: 'kham', floor: '1', area_m2: 18 },
  { room_name: 'Phòng khám Ngoại', room_type: 'kham', floor: '1', area_m2: 20 },
  { room_name: 'Phòng cấp cứu', room_type: 'cap-cuu', floor: '1', area_m2: 24, beds: 2 },
  { room_name: 'Phòng lưu', room_type: 'luu', floor: '2', area_m2: 30, beds: 4 },
  { room_name: 'Phòng tiểu phẫu', room_type: 'thu-thuat', floor: '2', area_m2: 20 },
  { room_name: 'Xét nghiệm', room_type: 'xet-nghiem', floor: '2', area_m2: 28 },
  { room_name: 'X-quang, siêu âm', room_type: 'chan-doan-hinh-anh', floor: '2', area_m2: 32 },
]

/** A policlinic for adults, children and small surgery of a company in Hà Nội. */
export function polyclinicAnswers(): Answers {
  const { dental_chairs: _, organisation_form: __, has_units: ___, ...clinic } = clinicAnswers()
  return {
    ...clinic,
    facility_name: 'Phòng khám Đa khoa An Bình',
    specialties: ['noi', 'nhi', 'ngoai'],
    observation_beds: 4,
    working_hours: [OPEN],
    works_holidays: false,
    has_emergency_room: true,
    has_laboratory: true,
    has_imaging: true,
    rp_scope: ['bs-noi'],
    rp_hours: [OPEN],
    practitioners: [...doctors, ...technicians],
    department_heads: [
      { unit: 'Nội', specialty: 'noi', ...nameOf(doctors[0]) },
      { unit: 'Nhi', specialty: 'nhi', ...nameOf(doctors[1]) },
      { unit: 'Ngoại', specialty: 'ngoai', ...nameOf(doctors[2]) },
    ],
    floor_area_m2: 420,
    rooms,
    accessible: true,
    techniques: [
      {
        code: '02.0085.1778',
        name: 'Điện tim thường',
        chapter: 'noi',
        surgery_class: 'na',
        performer: 'Đặng Quốc Việt',
      },
    ],
  }
}

function nameOf({ full_name, id_number }: TableRow = {}): TableRow {
  return { full_name: full_name ?? '', id_number: id_number ?? '' }
}
