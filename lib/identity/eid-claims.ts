import { z } from 'zod'
import type { Assurance } from '@/lib/identity/actor'

/** What the portal asks of the electronic identity, as the parameters of an OpenID request. */
export const EID_REQUEST = {
  scope: 'openid profile email phone national_id organisations',
  acr_values: 'level-2 level-1',
  // A kiosk at the one-door desk: the next person must never come in as the one before.
  prompt: 'login',
} as const

const LEVELS: Record<string, Assurance> = { 'level-1': 1, 'level-2': 2 }

const organisation = z.object({
  name: z.string().trim().min(1).max(500),
  tax_code: z.string().regex(/^\d{10}(-?\d{3})?$|^\d{12}$/),
  kind: z.enum(['organisation', 'household']),
  role: z.enum(['representative', 'household-owner']),
  address: z.string().max(1000).optional(),
})

/** The claims of an ID token of the electronic identity; the token itself was verified before. */
export const eidClaims = z
  .object({
    sub: z.string().min(1).max(255),
    acr: z.string(),
    name: z.string().trim().min(1).max(200),
    birthdate: z.iso.date(),
    national_id: z.string().regex(/^\d{9}$|^\d{12}$/),
    phone_number: z.string().max(20).optional(),
    email: z.email().optional(),
    address: z.object({ formatted: z.string().max(1000) }).optional(),
    organisations: z.array(organisation).max(200).default([]),
  })
  .transform((claims, context) => {
    const assurance = LEVELS[claims.acr]
    if (assurance) return { ...claims, assurance }
    context.addIssue({ code: 'custom', path: ['acr'], message: 'is no level of assurance we know' })
    return z.NEVER
  })

export type EidClaims = z.output<typeof eidClaims>
