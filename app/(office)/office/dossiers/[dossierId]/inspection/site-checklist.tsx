import { getLocale, getTranslator } from '@/app/_server/translator'
import { ChecklistForm } from '@/components/office/checklist-form'
import { KeepTyped } from '@/components/office/keep-typed'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'
import { siteItems } from '@/lib/dossiers/inspections/visit-rules'
import { findingsAction } from './inspection-actions'

const SHOWN = { met: 'pass', 'not-met': 'fail', 'not-applicable': 'not-applicable' } as const

type Props = { view: InspectionView; saved: boolean }

/** The items of the site with their clauses; saved as often as one likes, on a telephone too. */
export async function SiteChecklist({ view, saved }: Props) {
  const t = await getTranslator('inspection')
  return (
    <section aria-labelledby="site-title" className="mt-6">
      <h2 id="site-title" className="text-base">
        {t('checklist.title')}{' '}
        <span className="font-normal text-soft">
          {view.findings.length}/{siteItems(view.procedure).length}
        </span>
      </h2>
      {view.may.plan && <p className="text-sm text-soft">{t('checklist.hint')}</p>}
      <KeepTyped
        name={`inspection:${view.visit?.id ?? ''}`}
        saved={saved || !view.may.plan}
        restored={t('checklist.restored')}
      >
        <Items view={view} />
      </KeepTyped>
    </section>
  )
}

async function Items({ view }: { view: InspectionView }) {
  const [t, office, refusals, locale] = [
    await getTranslator('inspection'),
    await getTranslator('office'),
    await getTranslator('refusals'),
    await getLocale(),
  ]
  const findings = new Map(view.findings.map((finding) => [finding.itemKey, finding]))
  const clauses = new Map(view.procedure.clauses.map((clause) => [clause.key, clause]))
  const lines = siteItems(view.procedure).map((item) => {
    const clause = item.basis ? clauses.get(item.basis) : undefined
    const finding = findings.get(item.key)
    return {
      key: item.key,
      text: item.text[locale],
      basis: clause ? office('basis', { law: clause.law, article: clause.article }) : null,
      advice: item.severity === 'advice',
      verdict: finding ? SHOWN[finding.verdict] : '',
      note: finding?.note ?? '',
    }
  })
  return (
    <ChecklistForm
      act={findingsAction}
      editable={view.may.plan}
      hidden={{ dossierId: view.dossier.id }}
      lines={lines}
      words={{
        title: t('checklist.title'),
        save: t('checklist.save'),
        pending: office('pending'),
        refused: refusals('title'),
        advice: office('advice'),
        note: office('noteLabel', { item: '{item}' }),
        verdicts: {
          pass: t('checklist.verdicts.met'),
          fail: t('checklist.verdicts.not-met'),
          'not-applicable': t('checklist.verdicts.not-applicable'),
        },
      }}
    />
  )
}
