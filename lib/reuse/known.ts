import type { Queryable } from '@/db/client'
import { getNewestAnswers } from '@/db/queries/content-versions'
import { rulesAt } from '@/lib/casework/form-rules'
import { openAnswers } from '@/lib/casework/sealed-answers'
import type { AnswerValue } from '@/lib/procedures/answers'
import { isOfLicence, isOfMatter, type Origin } from '@/lib/procedures/known-values'
import { knownInDossier } from '@/lib/procedures/prefill'
import type { Procedure } from '@/lib/procedures/procedure'
import {
  type EarlierDossier,
  generationsOf,
  isAbout,
  type OnFile,
  type OwnResult,
  procedureOf,
} from '@/lib/reuse/earlier'

/** What is known by its names, each with where from. */
export type Known = Readonly<Record<string, { value: AnswerValue; origin: Origin }>>

type Asking = {
  procedure: Procedure
  /** The earlier dossier that the applicant chose to begin from. */
  from: string | undefined
}

/**
 * What an owner's filings say already: about who files, their newest filing; about the matter, only the
 * filing they chose with those that it took over from; of the licence, what this portal issued.
 */
export async function knownOnFile(
  tx: Queryable,
  file: OnFile,
  { procedure, from }: Asking,
): Promise<Known> {
  const chain = from === undefined ? [] : await generationsOf(tx, file, from)
  const [newest] = file.dossiers
  const ofOwner = newest ? await declaredIn(tx, procedure, newest) : {}
  const layers = await Promise.all(chain.map((dossier) => declaredIn(tx, procedure, dossier)))
  const result = chain
    .flatMap(({ id }) => file.results.filter(({ dossierId }) => dossierId === id))
    .find((one) => isAbout(procedure, one))
  return Object.assign(
    {},
    ofWhoFiles(ofOwner, file),
    ...layers.reverse(),
    result && ofResult(result),
  )
}

async function declaredIn(
  tx: Queryable,
  procedure: Procedure,
  dossier: EarlierDossier,
): Promise<Known> {
  const filed = await procedureOf(tx, dossier)
  const { answers } = await getNewestAnswers(tx, dossier.id)
  const rules = rulesAt(filed, dossier.submittedAt)
  const values = knownInDossier(rules, openAnswers(filed, answers))
  const origin: Origin = { kind: 'dossier', reference: dossier.reference }
  // The number of one kind of licence says nothing of another kind.
  const sameLicence = procedure.concerns?.some((kind) => filed.concerns?.includes(kind)) ?? false
  const kept = Object.entries(values).filter(([name]) => sameLicence || !isOfLicence(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, { value, origin }]))
}

/** A person may have several businesses: which one it is now, only the filing they begin from says. */
function ofWhoFiles(known: Known, { organisationId }: OnFile): Known {
  const isTheirs = (name: string) => organisationId !== null || !name.startsWith('organisation.')
  const kept = Object.entries(known).filter(([name]) => !isOfMatter(name) && isTheirs(name))
  return Object.fromEntries(kept)
}

function ofResult({ number, issuedOn, agency }: OwnResult): Known {
  const origin: Origin = { kind: 'licence', number }
  return {
    'licence.number': { value: number, origin },
    'licence.date': { value: issuedOn, origin },
    'licence.issuer': { value: agency.vi, origin },
  }
}
