import type { Clause } from '@/lib/procedures/shape/process'
import type { CrossRule } from '@/lib/procedures/shape/rule'
import type { LocalText } from '@/lib/procedures/shape/text'

/** What a rule across fields has to say, with the clause it rests on and the place to look at. */
export type Finding = {
  rule: string
  severity: CrossRule['severity']
  section: string
  field: string
  path: string
  message: LocalText
  clause: Clause | null
}
