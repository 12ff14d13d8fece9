import type { Answers } from '@/lib/procedures/answers'

const HOME = { province: '01', commune: '00175', street: 'Số 3 ngõ 12 phố Mẫu' }

/** Who they are; the form knows the name, the number and the date of birth from the sign-in. */
const applicant: Answers = {
  app_full_name: 'Lê Thị Mẫu',
  app_date_of_birth: '1988-09-02',
  app_gender: 'nu',
  app_nationality: 'VN',
  app_id_number: '001188000123',
  app_permanent_address: HOME,
  app_residence: HOME,
  app_phone: '+84987654321',
  app_email: 'mau@demo.test',
}

const ending: Answers = { wants_paper_copy: false, commit_truth: true, data_notice: true }

/** A physician's first licence after a year and a half of practice at two hospitals. */
export function practitionerAnswers(): Answers {
  return {
    ...applicant,
    app_ethnicity: '01',
    app_place_of_origin: { province: '01', commune: '00175', street: 'Thôn Mẫu' },
    case: 'lan-dau',
    requested_title: 'bac-si',
    requested_scope: ['bs-y-khoa'],
    practice_languages: ['vi', 'en'],
    foreign_diploma: false,
    diplomas: [
      {
        level: 'dai-hoc',
        major: 'Bác sỹ y khoa',
        school: 'Trường Đại học Y Hà Nội',
        country: 'VN',
        diploma_no: 'YHN-2024-0187',
        from: '2018-09-05',
        graduation_date: '2024-08-20',
        form: 'Chính quy',
      },
    ],
    qualification: 'Bác sỹ y khoa',
    internship_exempt: false,
    internships: [
      {
        facility: 'Bệnh viện Bạch Mai',
        content: 'Nội khoa, cấp cứu',
        from: '2024-10-01',
        to: '2025-09-30',
        supervisor: 'Trần Minh Khôi',
        supervisor_licence: '005577/BYT-GPHN',
      },
      {
        facility: 'Bệnh viện Đa khoa Xanh Pôn',
        content: 'Ngoại khoa',
        from: '2025-10-01',
        to: '2026-03-31',
        supervisor: 'Nguyễn Thị Thu Hằng',
        supervisor_licence: '004567/HNO-GPHN',
      },
    ],
    internship_months: 18,
    work_history: [
      {
        from: '2024-10-01',
        to: '2026-03-31',
        place: 'Bệnh viện Bạch Mai',
        position: 'Bác sỹ thực hành',
      },
    ],
    rewards: 'Không',
    health_cert_facility: 'Bệnh viện Bạch Mai',
    health_cert_date: '2026-10-12',
    health_class: '2',
    not_prosecuted: true,
    not_banned: true,
    legal_capacity: true,
    ...ending,
  }
}

/** A pharmacist who wants to lead a pharmacy, after two years behind the counter. */
export function pharmacistAnswers(): Answers {
  return {
    ...applicant,
    case: 'lan-dau',
    positions: ['nha-thuoc', 'quay-thuoc'],
    foreign_papers: false,
    diplomas: [
      {
        qualification: 'dh-duoc',
        school: 'Trường Đại học Dược Hà Nội',
        country: 'VN',
        diploma_no: 'DHN-2023-0456',
        date: '2023-07-15',
      },
    ],
    main_qualification: 'dh-duoc',
    practice_periods: [
      {
        facility: 'Nhà thuốc Hoa Mai',
        facility_cert: '0123/GCN-SYT',
        content: 'Bán lẻ thuốc, tư vấn sử dụng thuốc',
        from: '2023-09-01',
        to: '2025-12-31',
        supervisor: 'Phạm Thu Cúc',
      },
    ],
    practice_months: 28,
    health_facility: 'Bệnh viện Đa khoa Xanh Pôn',
    health_date: '2026-10-20',
    crc_waived: true,
    ...ending,
  }
}
