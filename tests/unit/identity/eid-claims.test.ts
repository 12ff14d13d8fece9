import { expect, it } from 'vitest'
import { eidClaims } from '@/lib/identity/eid-claims'

const claims = {
  sub: 'eid-1',
  acr: 'level-2',
  name: 'Lê Thị Mẫu',
  birthdate: '1985-03-12',
  national_id: '001185000123',
}

it('reads the level of assurance and takes absent organisations for none', () => {
  expect(eidClaims.parse(claims)).toMatchObject({ assurance: 2, organisations: [] })
})

it.each([
  ['an unknown level', { acr: 'level-9' }],
  ['no level', { acr: undefined }],
  ['no subject', { sub: '' }],
  ['a national identifier that is none', { national_id: '12345' }],
  ['a tax code that is none', { organisations: [{ tax_code: 'x' }] }],
])('refuses %s', (_name, wrong) => {
  expect(eidClaims.safeParse({ ...claims, ...wrong }).success).toBe(false)
})
