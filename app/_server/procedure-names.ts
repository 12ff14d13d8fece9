import { listProcedures } from '@/lib/administration/published-procedures'
import { getLocale } from './translator'

/** The short names of procedures by their keys; one that is in force no more keeps its key. */
export async function procedureNames(keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const [all, locale] = [await listProcedures(), await getLocale()]
  return keys.map((key) => all.find((one) => one.key === key)?.shortName[locale] ?? key)
}
