import { describe, expect, it } from 'vitest'
import { lintProcedure } from '@/lib/procedures/lint-procedure'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import { companionFields, dueCompanion, resultFields } from '@/lib/procedures/result-fields'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import { clinicAnswers } from '@/tests/factories/answers'
import { CLINIC, clinicJson, clinicRules } from '@/tests/factories/clinic-procedure'
import { WHOLE_FORMS } from '@/tests/factories/whole-forms'

const PHARMACY = WHOLE_FORMS.find(({ rules }) => rules.procedure.key === 'gpp-new')

describe('the document that is decided with a result', () => {
  it('comes with every licence of a clinic, which names it', () => {
    const companion = dueCompanion(clinicRules(), clinicAnswers())
    expect(companion?.type.vi).toBe('Quyết định phê duyệt danh mục kỹ thuật')
    const line = resultFields(clinicRules(), clinicAnswers()).find(
      ({ source }) => source.from === 'companion',
    )
    expect(line?.text).toBe(companion?.type.vi)
  })

  it('says in its articles for which facility, where, and under whom', () => {
    const { companion } = CLINIC.result
    if (!companion) throw new Error('there is none')
    const articles = companionFields(clinicRules(), clinicAnswers(), companion)
    expect(articles.map(({ label }) => label.vi)).toEqual(['Điều 1', 'Điều 2', 'Điều 3'])
    expect(articles[0]?.text).toContain(
      'Phòng khám Răng Hàm Mặt An Bình, địa điểm: Số 18 đường Mẫu',
    )
    expect(articles[1]?.text).toContain('Bác sỹ Đặng Quốc Việt')
  })

  it('comes with the certificate of a pharmacy only when it is asked for', () => {
    if (!PHARMACY) throw new Error('there is no pharmacy')
    const { rules, answers } = PHARMACY
    expect(dueCompanion(rules, answers)?.template).toBe('gcn-gpp')
    expect(dueCompanion(rules, { ...answers, also_gpp_cert: false })).toBeUndefined()
  })

  it('is refused as data when a line of it may be empty, or its number fits nobody', () => {
    const json = clinicJson() as { result: { companion: Record<string, unknown> } }
    json.result.companion['number'] = {
      ...(json.result.companion['number'] as object),
      regex: '^\\d+/QĐ$',
    }
    json.result.companion['fields'] = [
      {
        key: 'article_1',
        label: { vi: 'Điều 1', en: 'Article 1' },
        source: { from: 'composed', template: '{secondary_specialty}' },
      },
    ]
    const parsed = parseProcedure(json)
    const places = parsed.ok
      ? lintProcedure(parsed.value, SHIPPED_CODES).map(({ place }) => place)
      : parsed.refusal.issues.map(({ place }) => place)
    expect(places).toEqual(
      expect.arrayContaining(['result.companion.fields.article_1', 'result.companion.number']),
    )
  })
})
