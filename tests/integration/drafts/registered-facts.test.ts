import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rulesAt } from '@/lib/casework/form-rules'
import { originsOf } from '@/lib/drafts/prefill'
import { startDraft } from '@/lib/drafts/start-draft'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { openRegisters, type RegistersNextDoor } from '@/tests/helpers/registers'
import { MONDAY, PROCEDURE, setTheStage } from '../dossiers/stage'
import { done } from '../dossiers/walk'
import { forOrganisation } from './for-organisation'

let end: () => Promise<void>
let registers: RegistersNextDoor
beforeAll(async () => {
  registers = await openRegisters()
  end = await setTheStage()
})
afterAll(async () => {
  registers.close()
  await end()
})

async function begin(actor: PersonActor) {
  const { draftId } = done(await startDraft(actor, { procedureKey: PROCEDURE, at: MONDAY }))
  const { answers, procedure, draft } = done(await viewDraft(actor, draftId))
  const asCompany = { ...answers, org_type: 'cong-ty-tnhh-1tv' }
  const known = await originsOf(actor, rulesAt(procedure, MONDAY), { draft, answers: asCompany })
  const origins = Object.entries(known).map(([key, { kind }]) => [key, kind])
  return { answers, origins: Object.fromEntries(origins) as Record<string, string> }
}

describe('a new draft of an organisation', () => {
  it('does not ask for what the register of enterprises holds, and says where it is from', async () => {
    const { answers, origins } = await begin(await forOrganisation({ taxCode: '0100112437' }))
    expect(answers).toMatchObject({
      org_name: 'Công ty TNHH Nha khoa An Bình',
      org_reg_number: '0100112437',
      org_reg_date: '2024-05-20',
      org_reg_issuer: 'Phòng Đăng ký kinh doanh, Sở Tài chính thành phố Hà Nội',
      org_head_office: { province: '01', street: 'Số 8, phố Mẫu' },
    })
    expect(origins).toMatchObject({
      org_name: 'organisation',
      org_reg_number: 'register',
      org_reg_date: 'register',
      org_reg_issuer: 'register',
      org_head_office: 'register',
    })
  })

  it('keeps the address that the account has', async () => {
    const address = 'Số 1, phố Khác, phường Hoàn Kiếm, thành phố Hà Nội'
    const { answers, origins } = await begin(
      await forOrganisation({ taxCode: '0312687878', address }),
    )
    expect(answers['org_head_office']).toMatchObject({ street: 'Số 1, phố Khác' })
    expect(origins['org_head_office']).toBe('organisation')
  })

  it.each([
    ['is not in the register', '0100113060'],
    ['the register has no answer for', '0100113039'],
  ])('that %s opens all the same, with the questions to be answered', async (_, taxCode) => {
    const { answers, origins } = await begin(await forOrganisation({ taxCode }))
    expect(answers).toMatchObject({ org_tax_code: taxCode })
    expect(answers).not.toHaveProperty('org_reg_number')
    expect(Object.values(origins)).not.toContain('register')
  })
})
