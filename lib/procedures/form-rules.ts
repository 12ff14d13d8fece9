import type { CodeList } from '@/lib/procedures/code-list'
import type { CommuneDirectory } from '@/lib/procedures/communes'
import type { Procedure } from '@/lib/procedures/procedure'
import type { FactName } from '@/lib/procedures/shape/condition'

/** What holds outside the form at the moment of asking. `today` is the date in Viet Nam. */
export type Facts = { today: string; holding: readonly FactName[] }

/** The code lists a form draws on, by key, and the two-level directory of addresses. */
export type CodeLists = { lists: Readonly<Record<string, CodeList>>; communes: CommuneDirectory }

/** Everything the engine needs to read, check and show the answers of one procedure. */
export type FormRules = { procedure: Procedure; codes: CodeLists; facts: Facts }
