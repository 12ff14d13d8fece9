import type { ReactNode } from 'react'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { readUploadResult } from '@/app/api/uploads/upload-result'
import { PaperSlot } from '@/components/form/papers/paper-slot'
import { type Slot, slotFormId } from '@/components/form/papers/slot'
import type { Locale } from '@/components/messages/locale'
import type { DraftView } from '@/lib/drafts/view-draft'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { type PaperDemand, requiredPapers } from '@/lib/procedures/required-papers'
import type { FieldOf, Section } from '@/lib/procedures/shape/field'
import type { UploadPaper } from '@/lib/procedures/shape/paper'

/** What the papers of a form belong to: a draft, or a request that it answers. */
export type PaperHome = {
  rules: FormRules
  answers: Answers
  section: Section
  papers: DraftView['papers']
  /** Where the files of a slot go. */
  address: (slotKey: string) => string
  /** The page to come back to. */
  back: string
  uploadToken: string | null
  /** What the applicant has on file already for a paper, by its key. */
  store?: Readonly<Record<string, Slot['store']>>
  /** What is often wrong with a paper, in words, by its key. */
  often?: Readonly<Record<string, string>>
}

/** The places for the papers of a section, by the key of the paper. */
export async function paperSlots(home: PaperHome): Promise<Record<string, ReactNode>> {
  const { rules, answers, section } = home
  const fields = section.fields.filter((field) => field.type === 'paper')
  if (fields.length === 0) return {}
  const { procedure, facts } = rules
  const demands = requiredPapers(procedure, answers, facts)
  const slots = fields.map(async (field) => {
    const paper = procedure.papers.find(({ key }) => key === field.paper)
    const demand = demands.find((one) => one.paper.key === field.paper)
    if (paper?.source !== 'upload' || demand?.demand === 'waived') {
      return [
        field.paper,
        <NothingToUpload key={field.key} field={field} demand={demand} />,
      ] as const
    }
    const slot = await slotOf(home, { field, paper, required: demand?.demand === 'required' })
    return [field.paper, <PaperSlot key={field.key} slot={slot} />] as const
  })
  return Object.fromEntries(await Promise.all(slots))
}

/** The forms that carry files without a script; a form cannot stand within the section's form. */
export function PaperForms({ section, address, back }: PaperFormsProps) {
  const papers = section.fields.flatMap((field) => (field.type === 'paper' ? [field.paper] : []))
  return papers.map((key) => (
    <form
      key={key}
      id={slotFormId(key)}
      method="post"
      encType="multipart/form-data"
      action={`${address(key)}?back=${encodeURIComponent(back)}`}
    />
  ))
}
type PaperFormsProps = Pick<PaperHome, 'section' | 'address' | 'back'>

type Asked = { field: FieldOf<'paper'>; paper: UploadPaper; required: boolean }

async function slotOf(home: PaperHome, asked: Asked): Promise<Slot> {
  const { field, paper, required } = asked
  const [locale, result] = [
    await getLocale(),
    await readUploadResult(home.uploadToken ?? undefined),
  ]
  const title = field.label[locale]
  const name = paper.name[locale]
  const attached = home.papers.filter(({ slotKey }) => slotKey === paper.key)
  return {
    address: home.address(paper.key),
    key: paper.key,
    title,
    legalName: name === title ? null : name,
    help: helpOf(home, asked, locale),
    kind: paper.kind,
    required,
    accept: paper.accept,
    maxSizeMb: paper.maxSizeMb,
    maxFiles: paper.maxFiles,
    lookFor: paper.lookFor.map((item) => item[locale]),
    files: attached
      .flatMap(({ files }) => files)
      .map(({ id, name: fileName, size, state, rejectedReason, pageCount, origin }) => ({
        id,
        name: fileName,
        size,
        state,
        rejectedReason,
        pageCount,
        origin,
      })),
    store: home.store?.[paper.key] ?? null,
    outcome: result?.slotKey === paper.key ? result : null,
    back: home.back,
  }
}

function helpOf({ often }: PaperHome, { field, paper }: Asked, locale: Locale): string | null {
  const help = (field.help ?? paper.help)?.[locale]
  return [help, often?.[paper.key]].filter(Boolean).join(' ') || null
}

type NothingProps = { field: FieldOf<'paper'>; demand: PaperDemand | undefined }

/** A component of the dossier that the applicant does not have to bring. */
async function NothingToUpload({ field, demand }: NothingProps) {
  const [t, locale] = [await getTranslator('form'), await getLocale()]
  const why = {
    waived: demand?.paper.waivedReason?.[locale] ?? t('papers.waived'),
    'from-registry': t('papers.fromRegistry'),
    'made-by-portal': t('papers.madeByPortal'),
  }
  const kind = demand?.demand
  const words = kind && kind in why ? why[kind as keyof typeof why] : t('papers.waived')
  return (
    <section className="max-w-form border-t border-line pt-5">
      <h2 className="text-lg">{field.label[locale]}</h2>
      <p className="mt-1 text-soft">{words}</p>
    </section>
  )
}
