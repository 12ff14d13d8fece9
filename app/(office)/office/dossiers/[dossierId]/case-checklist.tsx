import { getLocale, getTranslator } from '@/app/_server/translator'
import { ChecklistForm } from '@/components/office/checklist-form'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { saveChecklistAction } from './actions'

/** Right side of the bench: what has to be looked at, tied to its clause of law. */
export async function CaseChecklist({ view }: { view: OfficeView }) {
  const [t, refusals, locale] = [
    await getTranslator('office'),
    await getTranslator('refusals'),
    await getLocale(),
  ]
  const editable = view.actions.some(({ event }) => event === 'record-appraisal')
  if (!editable && view.checks.length === 0) return null
  const checks = new Map(view.checks.map((check) => [check.itemKey, check]))
  const clauses = new Map(view.procedure.clauses.map((clause) => [clause.key, clause]))
  return (
    <section aria-labelledby="checklist-title" className="mt-6">
      <h2 id="checklist-title" className="mb-2 text-base">
        {t('checklist')}{' '}
        <span className="font-normal text-soft">
          {view.checks.length}/{view.procedure.checklist.length}
        </span>
      </h2>
      <ChecklistForm
        act={saveChecklistAction}
        editable={editable}
        hidden={{
          dossierId: view.dossier.id,
          expectedVersion: String(view.dossier.version),
        }}
        words={{
          title: t('checklist'),
          save: t('saveChecklist'),
          pending: t('pending'),
          refused: refusals('title'),
          advice: t('advice'),
          note: t('noteLabel', { item: '{item}' }),
          verdicts: {
            pass: t('verdicts.pass'),
            fail: t('verdicts.fail'),
            'not-applicable': t('verdicts.not-applicable'),
          },
        }}
        lines={view.procedure.checklist.map((item) => {
          const clause = item.basis ? clauses.get(item.basis) : undefined
          const check = checks.get(item.key)
          return {
            key: item.key,
            text: item.text[locale],
            basis: clause ? t('basis', { law: clause.law, article: clause.article }) : null,
            advice: item.severity === 'advice',
            verdict: check?.verdict ?? '',
            note: check?.note ?? '',
          }
        })}
      />
    </section>
  )
}
