import { Tag } from '@/components/ui/tag'
import type { Paper } from '@/lib/procedures/shape/paper'
import type { ProcedureView } from './answer-first'
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
            <p className="max-w-read text-sm text-soft">{paperHint(t, paper)}</p>
            {paper.help && <p className="max-w-read text-sm text-soft">{paper.help[locale]}</p>}
            {paper.waivedReason && (
              <p className="max-w-read text-sm text-ok">{paper.waivedReason[locale]}</p>
            )}
            {paper.source === 'upload' && (
              <details className="mt-1 text-sm">
                <summary className="inline-flex min-h-8 items-center text-primary underline underline-offset-4">
                  {t('lookFor')}
                </summary>
                <ul className="list-disc pl-5">
                  {paper.lookFor.map((item) => (
                    <li key={item.vi}>{item[locale]}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          <div className="flex flex-wrap items-center gap-2 sm:flex-col sm:items-end sm:gap-1">
            <Tag tone={paperSources[paper.source].tone}>{t(paperSources[paper.source].word)}</Tag>
            {paper.requirement !== 'mandatory' && (
              <span className="text-xs text-soft">{t(paper.requirement)}</span>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function paperHint(t: Words, paper: Paper): string {
  if (paper.source === 'eform') return t('eformHint')
  if (paper.source === 'registry') return t('registryHint')
  const kinds = paper.accept.map((kind) => kind.toUpperCase()).join(', ')
  const limits = { kinds, size: String(paper.maxSizeMb), files: paper.maxFiles }
  return `${t(paperKinds[paper.kind])}. ${t('uploadHint', limits)}`
}
