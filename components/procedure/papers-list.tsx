import { Tag } from '@/components/ui/tag'
import type { Paper } from '@/lib/procedures/shape/paper'
import type { ProcedureView } from './answer-first'
import { asksRegister } from './asks-register'
import { paperKinds, paperSources, type Words } from './words'

/** The papers of the dossier, each with who brings it. */
export function PapersList({ procedure, t, locale }: ProcedureView) {
  return (
    <ul className="border-b border-line">
      {procedure.papers.map((paper) => (
        <li
          key={paper.key}
          className="flex flex-col-reverse gap-x-6 gap-y-1.5 border-t border-line py-3.5 sm:flex-row sm:items-start sm:justify-between"
        >
          <div className="min-w-0 flex-1">
            <span className="font-semibold">{paper.name[locale]}</span>
            {paper.form && <span className="text-soft"> ({paper.form})</span>}
            {paperHints(t, paper).map((hint) => (
              <p key={hint} className="max-w-read text-sm text-soft">
                {hint}
              </p>
            ))}
            {paper.help && <p className="max-w-read text-sm text-soft">{paper.help[locale]}</p>}
            {paper.source === 'upload' && (
              <LookFor title={t('lookFor')} items={paper.lookFor.map((item) => item[locale])} />
            )}
          </div>
          <PaperTags t={t} paper={paper} />
        </li>
      ))}
    </ul>
  )
}

type PaperProps = { t: Words; paper: Paper }

function PaperTags({ t, paper }: PaperProps) {
  const source = paperSources[sharedOr(paper)]
  return (
    <div className="flex flex-wrap items-center gap-2 sm:flex-col sm:items-end sm:gap-1">
      <Tag tone={source.tone}>{t(source.word)}</Tag>
      {paper.requirement !== 'mandatory' && (
        <span className="text-xs text-soft">{t(paper.requirement)}</span>
      )}
    </div>
  )
}

function LookFor({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <details className="mt-1 text-sm">
      <summary className="inline-flex min-h-8 items-center text-primary underline underline-offset-4">
        {title}
      </summary>
      <ul className="list-disc pl-5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  )
}

/** An upload that a register may spare the applicant counts as read from there. */
function sharedOr(paper: Paper): Paper['source'] {
  return paper.waivedWhen && asksRegister(paper.waivedWhen) ? 'registry' : paper.source
}

/** How a paper is given: made, looked up, or uploaded as which copies and files. */
export function paperHints(t: Words, paper: Paper): string[] {
  if (paper.source === 'eform') return [t('eformHint')]
  if (paper.source === 'registry') return [t('registryHint')]
  const kinds = paper.accept.map((kind) => kind.toUpperCase()).join(', ')
  const limits = { kinds, size: String(paper.maxSizeMb), files: paper.maxFiles }
  const upload = `${t(paperKinds[paper.kind])}. ${t('uploadHint', limits)}`
  if (!paper.waivedWhen) return [upload]
  return [t(asksRegister(paper.waivedWhen) ? 'sharedHint' : 'waivedHint'), upload]
}
