import { loadAgencies } from '@/lib/administration/load-agencies'
import { type LoadReport, loadAllDefinitions } from '@/lib/administration/load-definitions'

/** What a portal needs before anybody comes: procedures, code lists, calendars and agencies. Safe to repeat. */
export async function loadReferenceData(): Promise<LoadReport> {
  const report = await loadAllDefinitions({ root: process.cwd(), since: '2024-01-01' })
  await loadAgencies()
  return report
}
