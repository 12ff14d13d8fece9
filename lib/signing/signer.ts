/**
 * In whose name a signature is made: the leader of the agency, the agency itself, the desk officer, the
 * lead of an inspection; or the system, which attests how somebody without a key has confirmed.
 */
export type SignerRole = 'leader' | 'seal' | 'desk' | 'team-lead' | 'attestation'

/** What there is to sign; a remote signer gets the hash, a key at hand may take the bytes. */
export type SignatureRequest = {
  /** DER of the signed attributes (a SET OF). */
  signedAttributes: Uint8Array
  /** SHA-256 of them. */
  signedAttributesHash: Uint8Array
}

/**
 * The port to whoever holds a key: a file in the demo, a token, a security module or a remote
 * service elsewhere. Both functions reject when the signer cannot be reached.
 */
export type KeyHolder = {
  /** Certificates in DER, the signer's own first; the root may be left out. */
  certificateChain(): Promise<Uint8Array[]>
  /** The raw signature value with SHA-256: RSA PKCS#1 v1.5, or ECDSA as r‖s. */
  sign(request: SignatureRequest): Promise<Uint8Array>
}

/** A holder of a key who signs documents in a role. */
export type Signer = KeyHolder & { role: SignerRole }

/** The prepared signature field of each role, and the unit (OU) that its certificates must name. */
export const SIGNATURE_FIELDS = {
  leader: { field: 'leader-signature', unit: 'Lãnh đạo' },
  seal: { field: 'agency-seal', unit: 'Con dấu' },
  desk: { field: 'desk-signature', unit: 'Bộ phận Một cửa' },
  'team-lead': { field: 'team-lead-signature', unit: 'Phòng Nghiệp vụ' },
  attestation: { field: 'facility-signature', unit: 'Hệ thống' },
} as const satisfies Record<SignerRole, { field: string; unit: string }>

const roles = Object.keys(SIGNATURE_FIELDS) as SignerRole[]

/**
 * The unit (OU) of the key that signs heads of the record. The one field it may fill belongs to
 * minutes and attests a confirmation: a machine's key can never make a licence.
 */
export const RECORD_UNIT = 'Hệ thống'

/** The role that a signature field is prepared for. */
export function roleOfField(field: string): SignerRole | null {
  return roles.find((role) => SIGNATURE_FIELDS[role].field === field) ?? null
}

/** The role that a certificate speaks for, by the unit in its name. */
export function roleOfUnit(unit: string | null): SignerRole | null {
  return roles.find((role) => SIGNATURE_FIELDS[role].unit === unit) ?? null
}
