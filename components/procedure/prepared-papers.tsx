import type { Locale } from '@/components/messages/locale'
import { translatorFor } from '@/components/messages/translator'
import { Tag } from '@/components/ui/tag'
import type { PreparedDossier } from '@/lib/procedures/prepared-dossier'
import type { Procedure } from '@/lib/procedures/procedure'
import type { PaperDemand } from '@/lib/procedures/required-papers'
import type { FactName } from '@/lib/procedures/shape/condition'
import type { Paper } from '@/lib/procedures/shape/paper'
import { Clause } from './clause'
import { paperHints } from './papers-list'

type Props = { procedure: Procedure; papers: readonly PaperDemand[]; locale: Locale }

const factWords = {
  'capacity.proxy': 'factProxy',
  'capacity.organisation': 'factOrganisation',
  'capacity.self': 'factSelf',
  'registry.business': 'factRegistry',
  'registry.responsible-person': 'factRegistry',
  'registry.department-heads': 'factRegistry',
  'authority.erred': 'factErred',
} as const satisfies Record<FactName, string>

const effortless = {
  'made-by-portal': 'madeByPortal',
  'from-registry': 'fromRegistry',
  waived: 'waived',
} as const

function isUpload({ demand }: PaperDemand): boolean {
  return demand === 'required' || demand === 'optional'
}

/** What the applicant gets together, each with what the officer will look at; nothing folded away. */
export function PapersToUpload({ procedure, papers, locale }: Props) {
  const t = translatorFor(locale, 'preparation')
  const words = translatorFor(locale, 'procedures')
  const uploads = papers.filter(isUpload)
  if (uploads.length === 0) return <p>{t('uploadNone')}</p>
  return (
    <ol className="list-decimal space-y-5 pl-6">
      {uploads.map(({ paper, demand }) => (
        <li key={paper.key}>
          <PaperName paper={paper} locale={locale} />{' '}
          <Clause {...{ procedure }} clauseKey={paper.basis} />{' '}
          {demand === 'optional' && <Tag tone="neutral">{words('optional')}</Tag>}
          {paperHints(words, paper).map((hint) => (
            <p key={hint} className="max-w-read text-sm text-soft">
              {hint}
            </p>
          ))}
          {paper.help && <p className="max-w-read text-sm">{paper.help[locale]}</p>}
          <LookFor paper={paper} locale={locale} />
        </li>
      ))}
    </ol>
  )
}

/** What nobody has to bring, with the reason. */
export function PapersOfPortal({ papers, locale }: Omit<Props, 'procedure'>) {
  const t = translatorFor(locale, 'preparation')
  return (
    <ul className="list-disc space-y-2 pl-6">
      {papers.flatMap(({ paper, demand }) =>
        demand === 'required' || demand === 'optional' ? (
          []
        ) : (
          <li key={paper.key}>
            <PaperName paper={paper} locale={locale} />
            <span className="block text-sm text-soft">
              {(demand === 'waived' && paper.waivedReason?.[locale]) || t(effortless[demand])}
            </span>
          </li>
        ),
      )}
    </ul>
  )
}

/** Papers that hang on something nobody was asked. */
export function MorePapers({ more, locale }: { more: PreparedDossier['more']; locale: Locale }) {
  const t = translatorFor(locale, 'preparation')
  return (
    <ul className="list-disc space-y-2 pl-6">
      {more.map(({ fact, papers }) => (
        <li key={fact}>
          {t(factWords[fact])}: {papers.map((paper) => paper.name[locale]).join('; ')}
        </li>
      ))}
    </ul>
  )
}

function PaperName({ paper, locale }: { paper: Paper; locale: Locale }) {
  return (
    <>
      <span className="font-semibold">{paper.name[locale]}</span>
      {paper.form && <span className="text-soft"> ({paper.form})</span>}
    </>
  )
}

function LookFor({ paper, locale }: { paper: Paper; locale: Locale }) {
  const t = translatorFor(locale, 'preparation')
  if (paper.source !== 'upload') return null
  return (
    <div className="mt-1 text-sm">
      <p>{t('lookFor')}</p>
      <ul className="list-disc pl-5">
        {paper.lookFor.map((item) => (
          <li key={item.vi}>{item[locale]}</li>
        ))}
      </ul>
    </div>
  )
}
