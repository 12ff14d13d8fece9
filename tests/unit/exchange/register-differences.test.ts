import { describe, expect, it } from 'vitest'
import { type RegisterReplies, registerDifferences } from '@/lib/exchange/register-differences'
import { registerQuestions } from '@/lib/exchange/register-questions'
import type { PopulationAnswer, RegisteredEnterprise } from '@/lib/exchange/registers'
import { clinicAnswers } from '@/tests/factories/answers'
import { clinicRules } from '@/tests/factories/clinic-procedure'
import { WHOLE_FORMS } from '@/tests/factories/whole-forms'

const TAX_CODE = '0100112437'
const entry = (changes: Partial<RegisteredEnterprise> = {}): RegisteredEnterprise => ({
  taxCode: TAX_CODE,
  name: 'CÔNG TY TRÁCH NHIỆM HỮU HẠN NHA KHOA AN BÌNH',
  kind: 'organisation',
  registrationNumber: TAX_CODE,
  registrationDate: '2024-05-20',
  issuer: 'Phòng Đăng ký kinh doanh',
  address: 'Số 18 đường Mẫu, phường Yên Hòa, thành phố Hà Nội',
  legalRepresentatives: ['Trần Thị Khác', 'ĐẶNG QUỐC VIỆT'],
  status: 'active',
  ...changes,
})
const questionsOf = (changes = {}, taxCode: string | null = TAX_CODE) =>
  registerQuestions({ rules: clinicRules(), answers: clinicAnswers(changes), taxCode })
const found = (enterprise: RegisteredEnterprise): RegisterReplies => ({
  enterprise: { taxCode: enterprise.taxCode, answer: { code: 'found', enterprise } },
  people: [],
})
const [person] = questionsOf().people
const said = (answer: PopulationAnswer): RegisterReplies => ({
  enterprise: undefined,
  people: person ? [{ asked: person.asked, answer }] : [],
})

describe('an organisation', () => {
  it('agrees when names differ in case, legal form and order of several representatives only', () => {
    expect(registerDifferences(questionsOf(), found(entry()))).toEqual([])
  })

  it('differs in what the register writes otherwise, in the words of the register', () => {
    const other = entry({ name: 'Công ty TNHH Nha khoa Yên Bình', legalRepresentatives: ['Lý Ba'] })
    const typed = { org_reg_number: '41A-0098' }
    expect(registerDifferences(questionsOf(typed), found(other))).toEqual([
      { register: 'enterprise', part: 'name', path: 'org_name', said: other.name },
      {
        register: 'enterprise',
        part: 'registration_number',
        path: 'org_reg_number',
        said: TAX_CODE,
      },
      {
        register: 'enterprise',
        part: 'legal_representative',
        path: 'org_legal_rep.full_name',
        said: 'Lý Ba',
      },
    ])
  })

  it('is asked for by the code of its account; another code on the form is a difference', () => {
    const questions = questionsOf({ org_tax_code: '0312687878' })
    expect(questions.enterprise?.taxCode).toBe(TAX_CODE)
    expect(registerDifferences(questions, found(entry()))).toEqual([
      { register: 'enterprise', part: 'tax_code', path: 'org_tax_code', said: null },
    ])
  })

  it('that is dissolved or suspended is asked about, though no question of the form says so', () => {
    const dissolved = found(entry({ status: 'dissolved' }))
    expect(registerDifferences(questionsOf(), dissolved)).toEqual([
      { register: 'enterprise', part: 'status', path: '', said: 'dissolved' },
    ])
  })

  it('is asked for by what was typed where the account has none, and not at all for a person', () => {
    expect(questionsOf({}, null).enterprise?.taxCode).toBe(TAX_CODE)
    expect(questionsOf({ org_type: 'ca-nhan' }, null).enterprise).toBeUndefined()
  })

  it.each(['not-found', 'unavailable'] as const)('%s is no difference', (code) => {
    const replies = { enterprise: { taxCode: TAX_CODE, answer: { code } }, people: [] }
    expect(registerDifferences(questionsOf({ org_name: 'Khác' }), replies)).toEqual([])
  })

  it('is not compared with the entry of another', () => {
    const other = entry({ taxCode: '0312687878', name: 'Khác' })
    expect(registerDifferences(questionsOf(), found(other))).toEqual([])
  })
})

describe('a person', () => {
  it('is asked for by number, name and birth date', () => {
    expect(person).toEqual({
      asked: { idNumber: '001085001234', fullName: 'Đặng Quốc Việt', birthDate: '1985-04-12' },
      paths: { full_name: 'org_legal_rep.full_name', birth_date: 'org_legal_rep.date_of_birth' },
    })
  })

  it('differs in the parts that the register names, and no value comes along', () => {
    const replies = said({ code: 'differs', parts: ['birth_date'] })
    expect(registerDifferences(questionsOf(), replies)).toEqual([
      { register: 'population', part: 'birth_date', path: 'org_legal_rep.date_of_birth' },
    ])
  })

  it.each(['agrees', 'not-found', 'unavailable'] as const)('%s is no difference', (code) => {
    expect(registerDifferences(questionsOf(), said({ code }))).toEqual([])
  })

  it('whose answers were changed since is not compared with the reply of before', () => {
    const replies = said({ code: 'differs', parts: ['full_name'] })
    const changed = questionsOf({
      org_legal_rep: { full_name: 'Đặng Quốc Việt Anh', id_number: '001085001234' },
    })
    expect(registerDifferences(changed, replies)).toEqual([])
  })

  it('who applies for a licence of their own is asked for by the questions about the applicant', () => {
    const form = WHOLE_FORMS.find(({ rules }) => rules.procedure.key === 'gphn-new')
    if (!form) throw new Error('no such form')
    const { people } = registerQuestions({ ...form, taxCode: null })
    expect(people.map(({ asked }) => asked.fullName)).toContain('Lê Thị Mẫu')
  })
})
