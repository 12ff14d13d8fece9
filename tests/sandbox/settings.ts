import { join } from 'node:path'
import { z } from 'zod'

const settings = z.object({
  PORT: z.coerce.number().int().default(3000),
  PUBLIC_ORIGIN: z.url().optional(),
  DATA_DIR: z.string().min(1),
  EID_CLIENT_ID: z.string().min(1),
  EID_CLIENT_SECRET: z.string().min(1),
  PAYMENT_TMN_CODE: z.string().min(1),
  PAYMENT_HASH_SECRET: z.string().min(1),
  SIGNING_KEYS_DIR: z.string().min(1),
  ENTERPRISE_REGISTER_KEY: z.string().default(''),
  POPULATION_REGISTER_KEY: z.string().default(''),
})

/** Where everybody lives, and the secrets that the portal shares with its neighbours. */
export type SandboxSettings = z.output<typeof settings> & { places: Places; smtpPort: number }

/** Origins without a slash at the end. */
export type Places = {
  portal: string
  eid: string
  gateway: string
  hub: string
  authority: string
}

/** Reads the settings that the launcher gives the portal and its neighbours alike. */
export function readSettings(source: Record<string, string | undefined>): SandboxSettings {
  const values = settings.parse(source)
  const at = (offset: number) => `http://localhost:${values.PORT + offset}`
  return {
    ...values,
    places: {
      portal: values.PUBLIC_ORIGIN ?? at(0),
      eid: at(1),
      gateway: at(2),
      hub: at(3),
      authority: at(5),
    },
    smtpPort: values.PORT + 4,
  }
}

/** Folder for what a neighbour must remember over a restart. */
export function memoryFolder(values: { DATA_DIR: string }): string {
  return join(values.DATA_DIR, 'sandbox')
}
