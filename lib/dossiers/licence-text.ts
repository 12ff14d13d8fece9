import type { AgencyRow } from '@/db/queries/agencies'
import type { Day } from '@/lib/deadlines/day'
import type { LicenceData } from '@/lib/documents/licence-data'
import { agencyTitles } from '@/lib/dossiers/agency-titles'
import type { SignatureLines } from '@/lib/dossiers/signature-of'
import type { Procedure } from '@/lib/procedures/procedure'
import type { CompanionRules, ResultRules } from '@/lib/procedures/shape/result'

type LicenceCase = {
  procedure: Procedure
  /** The result, or the document that comes with it. */
  rules: ResultRules | CompanionRules
  agency: AgencyRow
  signature: SignatureLines
  dossierCode: string
  minutesOn: Day | null
}
type LicenceWords = Pick<
  LicenceData,
  | 'heading'
  | 'title'
  | 'layout'
  | 'bases'
  | 'authorityLine'
  | 'signature'
  | 'recipients'
  | 'dossierCode'
>

/** The words of the licence around its fields, laid out by Decree 30/2020: heading, bases, authority, signer. */
export function licenceText(about: LicenceCase): LicenceWords {
  const { procedure, rules, agency, signature, dossierCode } = about
  const titles = agencyTitles(agency)
  return {
    heading: {
      parentAgency: titles.parent,
      agency: titles.agency,
      place: agency.place,
    },
    title: titleLines(rules),
    ...('layout' in rules && { layout: rules.layout }),
    bases: bases(about),
    authorityLine: isDecision(rules)
      ? titles.head
      : `${titles.head} ${rules.act.toLocaleUpperCase('vi')}`,
    signature,
    recipients: [...RECIPIENTS[procedure.subject], 'Lưu: VT, NVY.'],
    dossierCode,
  }
}

/** Who gets the paper, by what it is about; the commune watches over what stands in it. */
const RECIPIENTS = {
  facility: ['Cơ sở nêu trên', 'Ủy ban nhân dân cấp xã nơi có cơ sở'],
  person: ['Người được cấp'],
  product: ['Tổ chức, cá nhân nêu trên'],
  organisation: ['Tổ chức nêu trên'],
} as const satisfies Record<Procedure['subject'], readonly string[]>

/** 'QUYẾT ĐỊNH' stands alone, over what is decided (Decree 30/2020, Annex I). */
function titleLines(rules: LicenceCase['rules']): string {
  const title = rules.type.vi.toLocaleUpperCase('vi')
  if (isDecision(rules)) return title.replace(/^QUYẾT ĐỊNH /, 'QUYẾT ĐỊNH\n')
  return title.replace(/^(GIẤY PHÉP HOẠT ĐỘNG|GIẤY CHỨNG NHẬN ĐẠT) /, '$1\n')
}

function isDecision(rules: LicenceCase['rules']): boolean {
  return 'layout' in rules && rules.layout === 'decision'
}

function bases({ procedure, dossierCode, minutesOn }: LicenceCase): string[] {
  const laws = procedure.legalBasis
    .filter((law) => /QH\d+$|NĐ-CP$/.test(law.number))
    .slice(0, 2)
    .map((law) => `Căn cứ ${lawName(law.number, law.title)};`)
  const minutes = minutesOn
    ? ` và biên bản thẩm định ngày ${minutesOn.split('-').reverse().join('/')}`
    : ''
  return [...laws, `Theo hồ sơ số ${dossierCode}${minutes},`]
}

function lawName(number: string, title: string): string {
  return number.endsWith('NĐ-CP') ? `Nghị định số ${number} của Chính phủ` : `${title} số ${number}`
}
