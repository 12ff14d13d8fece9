import { findProcedure } from '@/lib/administration/published-procedures'
import { rulesAt } from '@/lib/casework/form-rules'
import { renderOfficialForm } from '@/lib/documents/official-form'
import { clock } from '@/lib/server/business-clock'
import { env } from '@/lib/server/env'

/** The empty official form of a procedure in force today; undefined when there is no such procedure. */
export async function printBlankForm(procedureKey: string): Promise<Uint8Array | undefined> {
  const procedure = await findProcedure(procedureKey)
  if (!procedure) return undefined
  const { bytes } = await renderOfficialForm({
    rules: rulesAt(procedure, clock.now()),
    filling: { kind: 'blank' },
    demo: env().APP_MODE !== 'production',
  })
  return bytes
}
