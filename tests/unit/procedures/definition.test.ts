import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { contentHash, loadDefinitions } from '@/lib/administration/definition-files'
import { parseProcedure } from '@/lib/procedures/parse-procedure'
import { procedureSchema } from '@/lib/procedures/procedure'
import { unverifiedFacts } from '@/lib/procedures/unverified'
import { CLINIC, clinicJson } from '@/tests/factories/clinic-procedure'

const directory = fileURLToPath(new URL('../../../lib/procedures/definitions', import.meta.url))
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu

type LocalText = { vi: string; en: string }

/** Every text of the definition in two languages. */
function textsOf(thing: unknown): LocalText[] {
  if (Array.isArray(thing)) return thing.flatMap(textsOf)
  if (typeof thing !== 'object' || thing === null) return []
  if ('vi' in thing && 'en' in thing) return [thing as LocalText]
  return Object.values(thing).flatMap(textsOf)
}

describe('the shipped definitions', () => {
  it('all load, without an error and with their hash', async () => {
    const { valid, invalid } = await loadDefinitions(directory)
    expect(invalid).toEqual([])
    expect(valid.map(({ procedure }) => procedure.key)).toContain('gphd-specialist-clinic-new')
    for (const { file, procedure, body, hash } of valid) {
      expect(file).toBe(`${procedure.key}.json`)
      expect(hash).toBe(contentHash(body))
      expect(hash).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  it('have the same hash whatever the order of their keys', () => {
    const body = clinicJson()
    const turned = Object.fromEntries(Object.entries(body).reverse())
    expect(contentHash(turned)).toBe(contentHash(body))
    expect(contentHash({ ...body, action: 'renew' })).not.toBe(contentHash(body))
  })

  it('leave open only what is known to be open', () => {
    const facts = unverifiedFacts(CLINIC)
    const ungrounded = facts.filter(({ mark }) => mark === 'no-basis').map(({ place }) => place)
    expect(ungrounded).toEqual(['checklist.name', 'reasons.fee-unpaid'])
    expect(facts).toContainEqual({ place: 'money.fees.appraisal', mark: 'unconfirmed' })
    expect(facts.some(({ mark }) => /^(verified|designed)/.test(mark))).toBe(false)
  })

  it('say everything in both languages', () => {
    const texts = textsOf(clinicJson())
    expect(texts.length).toBeGreaterThan(300)
    for (const { vi, en } of texts) {
      expect(vi.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
      expect(en).not.toMatch(VIETNAMESE)
      expect(vi.normalize('NFC')).toBe(vi)
    }
  })

  it('spell the trade as the law does', () => {
    const words = JSON.stringify(clinicJson())
    expect(words).not.toMatch(/bác sĩ|y sĩ|Bác sĩ|ghế răng|UBND|GPHN\/CCHN/)
  })
})

describe('the corrections of the review', () => {
  const field = (key: string) =>
    CLINIC.sections.flatMap(({ fields }) => fields).find((one) => one.key === key)
  const paper = (key: string) => CLINIC.papers.find((one) => one.key === key)

  it('nobody is asked who submits or whether he owns: the sign-in says it', () => {
    expect(CLINIC.sections.map(({ key }) => key)).not.toContain('submitter')
    expect(field('is_owner')).toBeUndefined()
    expect(paper('authorisation')).toMatchObject({ requiredWhen: { fact: 'capacity.proxy' } })
  })

  it('what the form makes is not asked as an upload', () => {
    for (const key of [
      'application-form',
      'facility-declaration',
      'practitioner-list',
      'technique-list',
    ]) {
      expect(paper(key)?.source).toBe('eform')
    }
  })

  it('every upload takes photographs, unless it is a spreadsheet', () => {
    const uploads = CLINIC.papers.filter((one) => one.source === 'upload')
    for (const { key, accept, maxFiles } of uploads.filter(
      (one) => one.key !== 'technique-sheet',
    )) {
      expect(accept, key).toEqual(expect.arrayContaining(['pdf', 'jpeg', 'png']))
      expect(maxFiles, key).toBeGreaterThan(1)
    }
  })

  it('hospitals have no trace here', () => {
    expect(paper('hospital-charter')).toBeUndefined()
    expect(CLINIC.authority.exceptions.map(({ agencyKey }) => agencyKey)).not.toContain('syt')
  })

  it('the electronic result is always made, the paper one is a question', () => {
    expect(field('result_delivery')).toBeUndefined()
    expect(field('wants_paper_copy')?.type).toBe('boolean')
  })

  it('duties by law are noticed, not consented to', () => {
    expect(field('commit_data')).toBeUndefined()
    expect(field('data_notice')).toMatchObject({ type: 'notice', acknowledge: true })
  })

  it('the approver decides on the inspection team', () => {
    expect(CLINIC.steps.find(({ key }) => key === 'form-team')?.role).toBe('agencyLeader')
  })

  it('the ten working days run from the minutes or from the correction report', () => {
    const issue = CLINIC.clocks.find(({ key }) => key === 'issue')
    expect(issue).toMatchObject({
      limit: [{ value: 10, unit: 'working-day' }],
      startsAt: 'inspection-minutes',
      restartsAt: ['correction-report'],
    })
  })

  it('a supplement is asked once, restarts the clock and is awaited for 15 days', () => {
    expect(CLINIC.supplement).toMatchObject({
      rounds: 1,
      effect: 'restart',
      answerWithin: { value: 15, unit: 'calendar-day' },
    })
  })

  it('timetables are tables, the scope is a list, the licence of the person is printed in full', () => {
    expect(field('rp_hours')?.type).toBe('schedule')
    expect(field('rp_scope')?.type).toBe('multiselect')
    const licence = CLINIC.result.fields.find(({ key }) => key === 'responsible_licence')
    expect(JSON.stringify(licence)).toMatch(/rp_licence_number.*rp_licence_date.*rp_licence_issuer/)
  })
})

describe('a definition of the wrong shape', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a field nobody knows', { colour: 'red' }, '(root)'],
    ['no sections', { sections: [] }, 'sections'],
    ['a date that is none', { effective: { from: '2024-02-30', to: null } }, 'effective.from'],
    [
      'an unknown confidence',
      { nationalCode: { value: '1.012278', confidence: 'sure' } },
      'nationalCode.confidence',
    ],
    ['an empty translation', { name: { vi: 'x', en: ' ' } }, 'name.en'],
  ])('is refused: %s', (_, fault, place) => {
    const parsed = parseProcedure({ ...clinicJson(), ...fault })
    if (parsed.ok) throw new Error('accepted')
    expect(parsed.refusal.issues.map((issue) => issue.place)).toContain(place)
    expect(parsed.refusal.issues.every(({ reason }) => reason !== '')).toBe(true)
  })

  it('is told how a role of the catalogue is called here', () => {
    const [first, ...rest] = CLINIC.steps
    const parsed = parseProcedure({
      ...clinicJson(),
      steps: [{ ...first, role: 'intake-officer' }, ...rest],
    })
    expect(parsed).toMatchObject({
      refusal: {
        issues: [
          {
            place: 'steps.0.role',
            reason: 'the role "intake-officer" is called "deskOfficer" here',
          },
        ],
      },
    })
  })

  it('may be anything at all without a throw', () => {
    for (const json of [null, 1, 'x', [], {}]) expect(parseProcedure(json).ok).toBe(false)
  })

  it('parses to what it was', () => {
    expect(procedureSchema.parse(CLINIC)).toEqual(CLINIC)
  })
})
