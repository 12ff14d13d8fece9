import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { CLINIC } from '@/tests/factories/clinic-procedure'
import { startDraft } from './fill-draft'

const { origin } = inject('stack')

/** Begins a draft of the clinic licence in the product that runs before the browser. */
export function beginDraft(
  page: Page,
  { fullName = 'Lê Thị Mẫu', acting = 'Chính tôi' } = {},
): Promise<string> {
  return startDraft(page, { origin, procedureKey: CLINIC.key, fullName, acting })
}

export const startPath: string = `/my/start/${CLINIC.key}`
export const portal: string = origin
