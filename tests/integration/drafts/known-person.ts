import { inTransaction } from '@/db/client'
import { saveEidPerson } from '@/db/queries/identity'
import type { PersonActor } from '@/lib/identity/actor'
import { sealNationalId } from '@/lib/server/sealed'
import { newId } from '@/lib/shared/ids'
import { anApplicant, MONDAY } from '@/tests/integration/dossiers/stage'

/** Somebody whom the electronic identity knows well. */
export async function aKnownPerson(): Promise<PersonActor> {
  const id = await inTransaction((tx) =>
    saveEidPerson(tx, {
      id: newId(),
      fullName: 'Lê Thị Mẫu',
      eidIssuer: 'http://localhost:3001',
      eidSubject: `eid-${newId()}`,
      assurance: 2,
      nationalIdSealed: sealNationalId('001188000123').sealed,
      birthDate: '1988-09-02',
      address: 'Số 12, phố Mẫu, phường Yên Hòa, thành phố Hà Nội',
      email: 'mau@demo.test',
      phone: '0900000101',
      createdAt: MONDAY,
    }),
  )
  return { ...(await anApplicant()), personId: id }
}
