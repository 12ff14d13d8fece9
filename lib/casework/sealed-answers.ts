import type { Answers } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { mapSensitive } from '@/lib/procedures/sensitive'
import { open, sealNationalId } from '@/lib/server/sealed'

/** The answers as the database holds them: every national identifier sealed (Law 91/2025/QH15). */
export function sealAnswers(procedure: Procedure, answers: Answers): Answers {
  return mapSensitive(procedure, answers, (value) => sealNationalId(value).sealed)
}

/** The answers as they were given. */
export function openAnswers(procedure: Procedure, answers: Answers): Answers {
  return mapSensitive(procedure, answers, open)
}
