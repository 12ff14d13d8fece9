import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/db/client'
import { findDossier } from '@/db/queries/dossiers'
import { dossiers } from '@/db/schema/dossiers'
import { listMyDossiers, searchMyDossiers } from '@/lib/dossiers/my-dossiers'
import { licencesFile, listMyLicences } from '@/lib/dossiers/my-licences'
import { newId } from '@/lib/shared/ids'
import { carryToResult, fileAny } from './any-procedure'
import { anIssuedLicence } from './outcome-walk'
import { aFiledDossier, anApplicant, MONDAY, setTheStage } from './stage'

const TODAY = '2026-11-23'

let strikeTheStage: () => Promise<void>
beforeAll(async () => {
  strikeTheStage = await setTheStage()
})
afterAll(() => strikeTheStage())

/** One more dossier like the one given, changed a minute later. */
async function likeIt(dossierId: string, n: number): Promise<void> {
  const row = await findDossier(db, dossierId)
  if (!row) throw new Error('no dossier')
  await db.insert(dossiers).values({
    ...row,
    id: newId(),
    submissionReference: `NOP-LOT-${String(n).padStart(4, '0')}`,
    subject: `Phòng khám số ${n}`,
    updatedAt: new Date(MONDAY.getTime() + n * 60_000),
  })
}

describe('the page of an applicant with 300 dossiers', () => {
  it('shows all of them, a page at a time, and finds one by its name', async () => {
    const owner = await anApplicant()
    const first = await aFiledDossier(owner)
    for (let n = 1; n < 300; n += 1) await likeIt(first, n)
    const piles = await listMyDossiers(owner)
    expect(piles['needs-me']).toHaveLength(300)
    const all = await searchMyDossiers(owner, {})
    expect(all).toMatchObject({ total: 300, page: 1, pages: 15 })
    expect(all.rows[0]?.subject).toBe('Phòng khám số 299')
    const last = await searchMyDossiers(owner, { page: 99 })
    expect(last.page).toBe(15)
    expect(last.rows).toHaveLength(20)
    const one = await searchMyDossiers(owner, { words: 'phong kham so 123' })
    expect(one.rows.map(({ reference }) => reference)).toEqual(['NOP-LOT-0123'])
  })

  it('shows nothing of anybody else', async () => {
    const stranger = await anApplicant('Trần Văn Thử')
    expect(await searchMyDossiers(stranger, {})).toMatchObject({ total: 0, procedures: [] })
    expect(await listMyLicences(stranger, TODAY)).toEqual([])
  })

  it('lists the procedures of its dossiers to choose from', async () => {
    const owner = await anApplicant()
    await aFiledDossier(owner)
    await fileAny(owner, { procedureKey: 'gphn-reissue' })
    const found = await searchMyDossiers(owner, { procedureKey: 'gphn-reissue' })
    expect(found.procedures.map(({ key }) => key).toSorted()).toEqual([
      'gphd-specialist-clinic-new',
      'gphn-reissue',
    ])
    expect(found.total).toBe(1)
  })
})

describe('what was issued to an applicant', () => {
  it('is listed by its name and number as the register has it', async () => {
    const { cast } = await anIssuedLicence()
    const held = await listMyLicences(cast.owner, TODAY)
    const licence = held.find(({ kind }) => kind === 'licence')
    expect(held.map(({ type }) => type.vi).toSorted()).toEqual([
      'Giấy phép hoạt động khám bệnh, chữa bệnh',
      'Quyết định phê duyệt danh mục kỹ thuật',
    ])
    expect(licence).toMatchObject({ validTo: null, validity: 'in-force', status: 'in-force' })
    expect(licence?.type.vi).toContain('Giấy phép hoạt động')
    expect(licence?.number).toMatch(/GPHĐ$/)
  })

  it('gives the calendar its end with a reminder three months before', async () => {
    const owner = await anApplicant()
    const dossierId = await fileAny(owner, { procedureKey: 'gphn-new' })
    await carryToResult(owner, { dossierId, inspected: false })
    const [licence] = await listMyLicences(owner, TODAY)
    expect(licence?.validTo).toMatch(/^2031-11-\d\d$/)
    const file = await licencesFile(owner, { at: MONDAY, today: TODAY, locale: 'vi' })
    expect(file).toContain(`DTSTART;VALUE=DATE:${licence?.validTo?.replaceAll('-', '')}`)
    expect(file).toContain('TRIGGER:-P90D')
  })

  it('gives no entry to the calendar when it has no end', async () => {
    const { cast } = await anIssuedLicence()
    const file = await licencesFile(cast.owner, { at: MONDAY, today: TODAY, locale: 'vi' })
    expect(file).toContain('BEGIN:VCALENDAR')
    expect(file).not.toContain('BEGIN:VEVENT')
  })
})
