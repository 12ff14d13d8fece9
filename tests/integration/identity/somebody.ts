import { Secret, TOTP } from 'otpauth'
import { db, inTransaction } from '@/db/client'
import { insertCredential } from '@/db/queries/credentials'
import { agencies, officerPosts } from '@/db/schema/agencies'
import { people } from '@/db/schema/identity'
import { hashPassword } from '@/lib/identity/credentials'
import type { EidClaims } from '@/lib/identity/eid-claims'
import { welcomeEidPerson } from '@/lib/identity/eid-sign-in'
import { openSession } from '@/lib/identity/sessions'
import { newTotpSecret } from '@/lib/identity/totp'
import { seal } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'

export const issuer = 'http://localhost:3001'
export const browser = 'a browser'
export const password = 'mat khau cua can bo'
export const start = new Date('2026-11-24T02:00:00Z')

export function later(minutes: number, from = start): Date {
  return new Date(from.getTime() + minutes * 60_000)
}

// One hash for all: making it is slow on purpose.
let passwordHash: Promise<string> | undefined
let officers = 0

/** An officer with a post in the department of Hà Nội and a password of their own. */
export async function anOfficer() {
  officers += 1
  passwordHash ??= hashPassword(password)
  const [personId, postId, totpSecret] = [newId(), newId(), newTotpSecret()]
  const email = `officer${officers}@demo.test`
  const hash = await passwordHash
  await inTransaction(async (tx) => {
    await tx.insert(agencies).values(hanoi).onConflictDoNothing()
    await tx.insert(people).values({ id: personId, fullName: 'Trần Thu Hà', createdAt: start })
    await tx.insert(officerPosts).values({
      id: postId,
      personId,
      agencyId: hanoi.id,
      division: 'Phòng Nghiệp vụ Y',
      position: 'Cán bộ một cửa',
      capacityLines: [],
      roles: ['deskOfficer'],
      phone: '0900000201',
      validFrom: start,
    })
    await insertCredential(tx, {
      id: newId(),
      personId,
      email,
      passwordHash: hash,
      totpSecretSealed: seal(totpSecret),
    })
  })
  const codeAt = (at: Date) =>
    new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: at.getTime() })
  return { personId, postId, email, codeAt }
}

export const claimsOfMau: EidClaims = {
  sub: 'eid-le-thi-mau',
  acr: 'level-2',
  assurance: 2,
  name: 'Lê Thị Mẫu',
  birthdate: '1985-03-12',
  national_id: '001185000123',
  phone_number: '0900000101',
  email: 'le.thi.mau@demo.test',
  organisations: [
    {
      name: 'Hộ kinh doanh Lê Thị Mẫu',
      tax_code: '001185000123',
      kind: 'household',
      role: 'household-owner',
    },
  ],
}

/** Signs a person in by e-ID. @returns the person's and the session's id */
export async function comeInByEid(claims: EidClaims = claimsOfMau, at = start) {
  const personId = await inTransaction((tx) => welcomeEidPerson(tx, { issuer, claims }, at))
  const sessionId = await openSession(
    db,
    { personId, signIn: 'eid', assurance: claims.assurance, userAgent: browser },
    at,
  )
  return { personId, sessionId }
}

const hanoi: typeof agencies.$inferInsert = {
  id: 'syt-01',
  code: 'H26.5',
  codeConfidence: 'unverified',
  kind: 'provincial-health-department',
  provinceCode: '01',
  nameVi: 'Sở Y tế Hà Nội',
  nameEn: 'Hà Nội Department of Health',
  parentNameVi: 'UBND thành phố Hà Nội',
  place: 'Hà Nội',
  licenceSuffix: 'HNO-GPHĐ',
  contact: { address: '', phone: '', email: '', deskName: { vi: '', en: '' } },
}
