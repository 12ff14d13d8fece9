import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '@/db/client'
import { findDocument } from '@/db/queries/documents'
import { findDossier } from '@/db/queries/dossiers'
import { rulesAt } from '@/lib/casework/form-rules'
import { confirmProposal } from '@/lib/dossiers/confirm-proposal'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'
import type { Procedure } from '@/lib/procedures/procedure'
import { readAnswers } from '@/lib/procedures/read-answers'
import { requiredPapers } from '@/lib/procedures/required-papers'
import { visibleSections } from '@/lib/procedures/visible'
import { configuredTrust } from '@/lib/signing/configured-trust'
import { NUMBER_AND_DATE, verifyPdf } from '@/lib/signing/verify-pdf'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'
import { completeAnswers } from '@/tests/factories/complete-answers'
import { misfits } from '@/tests/helpers/json-schema'
import { carryToProposal } from '@/tests/integration/dossiers/any-procedure'
import { issuedBytes } from '@/tests/integration/dossiers/outcome-walk'
import { anApplicant, anOfficer, MONDAY } from '@/tests/integration/dossiers/stage'
import { act, approve, authorise, done, solverOf } from '@/tests/integration/dossiers/walk'
import { beginDraft, fillDraft } from './fill-draft'
import { filled, textOf } from './html-forms'
import { formOn, type Page, press, type Visitor, visit } from './plain-browser'
import { APPLICANT, officerAtDesk } from './sign-in-by-eid'
import { within } from './stand'
import type { Stack } from './waves'

export type World = { stack: Stack; visitor: Visitor; folder: string }
/** What became of a procedure, as a line of the table. */
export type Carried = { whole: boolean; cells: (string | number)[] }

const PATIENCE = 90

/** Files a procedure through its pages, and carries it to its result by the officers' use cases. */
export async function carryProcedure(world: World, procedure: Procedure): Promise<Carried> {
  const { stack, visitor, folder } = world
  const rules = rulesAt(procedure, MONDAY)
  const answers = completeAnswers({ rules, variant: 0 })
  const place = { origin: stack.origin, procedureKey: procedure.key }
  await fitsSchema(place, readAnswers(rules, answers).relevant)
  const home = await beginDraft(visitor, place)
  const sections = await fillDraft(visitor, home, { procedure, answers })
  const { dossierId, fee } = await file(world, home)
  await seeAtDesk(world, dossierId, expectedAtDesk(rules, answers))
  await carryOn(stack, { dossierId, inspected: procedure.serviceLevel.onSiteInspection })
  const bytes = await issuedBytes(dossierId, 'licence')
  await writeFile(join(folder, `${procedure.key}.pdf`), bytes)
  const { verdict, signatures } = await judged(bytes)
  const second = await judgedCompanion(dossierId, join(folder, `${procedure.key}-companion.pdf`))
  const number = (await findDocument(db, dossierId, 'licence'))?.number ?? ''
  const whole =
    verdict === 'valid' &&
    (second === undefined || second === 'valid') &&
    signatures.length === 2 &&
    new RegExp(procedure.result.number.regex, 'u').test(number)
  const more = second ? `; with it: ${second}` : ''
  const signed = `${signatures.map(({ role }) => role).join(', ')}: ${verdict}${more}`
  return { whole, cells: [procedure.key, `${sections} sections`, fee, number, signed] }
}

async function judged(bytes: Uint8Array) {
  return verifyPdf(bytes, {
    trust: await configuredTrust(),
    at: new Date(),
    allowedFills: NUMBER_AND_DATE,
    requiredRoles: ['leader', 'seal'],
  })
}

/** The verdict on what was issued together with the result; undefined when nothing was. */
async function judgedCompanion(dossierId: string, path: string): Promise<string | undefined> {
  if ((await findDocument(db, dossierId, 'companion'))?.state !== 'issued') return undefined
  const bytes = await issuedBytes(dossierId, 'companion')
  await writeFile(path, bytes)
  return (await judged(bytes)).verdict
}

/** What will be filed fits the schema that the product publishes for it. */
async function fitsSchema(
  { origin, procedureKey }: { origin: string; procedureKey: string },
  answers: Answers,
): Promise<void> {
  const response = await fetch(`${origin}/api/v1/procedures/${procedureKey}/schema`)
  if (!response.ok) throw new Error(`its schema: ${response.status}`)
  const places = misfits((await response.json()) as JsonSchema, answers)
  if (places.length > 0) throw new Error(`it does not fit its schema: ${places.join(', ')}`)
}

/** Reads everything again, sends it, and pays what it costs at the gateway. */
async function file({ visitor, stack }: World, home: string) {
  const review = await visit(visitor, `${home}/review`)
  const form = formOn(review, ({ controls }) => controls.some(({ name }) => name === 'submitKey'))
  if (!form.controls.some(({ tag }) => tag === 'button')) throw new Error(`gaps: ${gapsOf(review)}`)
  // Answers made by a machine leave points to look at again; they are read and filed all the same.
  const read = form.controls.filter(({ name }) => name === 'insists')
  const ticked = read.map(({ name, value }): [string, string] => [name, value])
  const filed = await press(visitor, review, { form: filled(form, ticked) })
  const dossierId = /\/my\/dossiers\/([0-9a-f-]{36})/.exec(filed.url)?.[1]
  if (!dossierId) throw new Error(`it was not filed: ${gapsOf(filed)}`)
  if ((await findDossier(db, dossierId))?.paymentState !== 'due')
    return { dossierId, fee: 'no fee' }
  const gateway = await visit(visitor, `${stack.origin}/my/dossiers/${dossierId}/pay`)
  const order = formOn(gateway, ({ controls }) => controls.some(({ name }) => name === 'outcome'))
  await press(visitor, gateway, { form: order, button: ['outcome', 'pay'] })
  const paid = async () => (await findDossier(db, dossierId))?.paymentState !== 'due'
  if (!(await within(PATIENCE, paid))) throw new Error('the payment never arrived')
  return { dossierId, fee: 'fee paid' }
}

function gapsOf({ html }: Page): string {
  return textOf(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).slice(0, 600)
}

/** The desk sees every section that was filled in, and every paper that had to come with it. */
async function seeAtDesk(
  { stack }: World,
  dossierId: string,
  expected: readonly string[],
): Promise<void> {
  const desk = await officerAtDesk(await anOfficer('deskOfficer', await solverOf(dossierId)))
  const page = await visit(desk, `${stack.origin}/office/dossiers/${dossierId}`)
  const words = textOf(page.html)
  const unseen = expected.filter((title) => !words.includes(title.replace(/\s+/g, ' ')))
  if (unseen.length > 0) {
    throw new Error(`the desk does not see (${page.status}, ${page.url}): ${unseen.join('; ')}`)
  }
}

/** What a desk has to show of a dossier: papers stand in a place of their own there. */
function expectedAtDesk({ procedure, facts }: FormRules, answers: Answers): string[] {
  const sections = visibleSections(procedure, answers, facts)
    .filter(({ fields }) => fields.some(({ type }) => type !== 'paper' && type !== 'notice'))
    .map(({ title }) => title.vi)
  const papers = requiredPapers(procedure, answers, facts)
    .filter(({ demand }) => demand === 'required')
    .map(({ paper }) => paper.name.vi)
  return [...sections, ...papers]
}

/** By the officers' use cases; the worker of the stack signs and seals. */
async function carryOn(
  stack: Stack,
  carried: { dossierId: string; inspected: boolean },
): Promise<void> {
  const { dossierId } = carried
  const identity = { eidIssuer: stack.urls.eid, eidSubject: APPLICANT.subject }
  const owner = await anApplicant(APPLICANT.name, identity)
  const { head } = await carryToProposal(owner, carried)
  done(await confirmProposal({ ...(await act(head, dossierId)), comment: 'Đồng ý trình.' }))
  await approve(dossierId)
  await untilState(dossierId, 'awaiting-seal')
  await authorise(dossierId)
  await untilState(dossierId, 'issued')
}

async function untilState(dossierId: string, state: LicenceState): Promise<void> {
  const reached = await within(
    PATIENCE,
    async () => (await findDossier(db, dossierId))?.state === state,
  )
  if (!reached) throw new Error(`it was not ${state} within ${PATIENCE} s`)
}
