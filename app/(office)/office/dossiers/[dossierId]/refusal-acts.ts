import { getLocale, getTranslator } from '@/app/_server/translator'
import type { ActField } from '@/components/office/act-form'
import { findCorrectionLines } from '@/lib/dossiers/outcomes/find-correction-lines'
import { findUnmetCondition } from '@/lib/dossiers/outcomes/find-unmet-condition'
import { refusalReasons } from '@/lib/dossiers/outcomes/refusal-grounds'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { OfferedForm } from './act-source'
import { proposeCorrectionAction } from './outcomes-actions'
import { proposeAction, refuseIntakeAction, releaseRefusalAction } from './refusal-actions'

type Words = Awaited<ReturnType<typeof getTranslator<'outcomes'>>>

/** The acts of a decision: to propose it either way, and to refuse with reasons and clauses. */
export async function refusalForms(
  event: LicenceEvent,
  view: OfficeView,
): Promise<OfferedForm | null> {
  const t = await getTranslator('outcomes')
  switch (event) {
    case 'refuse-intake':
      return {
        act: refuseIntakeAction,
        title: t('refuseIntake.title'),
        effect: t('refuseIntake.effect'),
        button: t('refuseIntake.button'),
        variant: 'danger',
        fields: await reasonFields(t, view),
      }
    case 'propose-decision':
      return proposalForm(t, view)
    case 'release-refusal':
      return {
        act: releaseRefusalAction,
        title: t('release.title'),
        effect: t('release.effect'),
        button: t('release.button'),
      }
    default:
      return null
  }
}

async function reasonFields(t: Words, view: OfficeView): Promise<ActField[]> {
  const locale = await getLocale()
  const options = refusalReasons(view.procedure).map(({ key, text, clause }) => ({
    value: key,
    label: clause ? `${text[locale]} (${clause})` : text[locale],
  }))
  return [
    { kind: 'checks', name: 'reason', label: t('reasons'), hint: t('reasonsHint'), options },
    { kind: 'longtext', name: 'words', label: t('words'), hint: t('wordsHint') },
  ]
}

const NOT_YET = ['checklist-open', 'no-minutes'] as const

async function proposalForm(t: Words, view: OfficeView): Promise<OfferedForm> {
  const lines = await findCorrectionLines(view.dossier.id)
  if (lines)
    return {
      act: proposeCorrectionAction,
      title: t('correction.proposeTitle'),
      effect: t('correction.proposeEffect'),
      button: t('correction.proposeButton'),
      fields: [
        ...lines.map(
          ({ key, label, text }): ActField => ({
            kind: 'longtext',
            name: `line.${key}`,
            label,
            value: text,
            rows: 2,
          }),
        ),
        { kind: 'longtext', name: 'opinion', label: t('correction.why') },
      ],
    }
  const unmet = await findUnmetCondition(view.dossier.id)
  // What is only not done yet can still be done; what failed can only be refused.
  const failed = unmet && NOT_YET.every((code) => code !== unmet) ? unmet : undefined
  const refusals = await getTranslator('refusals')
  const decisions = failed ? (['refuse'] as const) : (['grant', 'refuse'] as const)
  return {
    act: proposeAction,
    title: t('propose.title'),
    effect: failed ? `${t('propose.onlyRefuse')} ${refusals(failed)}` : t('propose.effect'),
    button: t('propose.button'),
    fields: [
      {
        kind: 'radio',
        name: 'decision',
        label: t('propose.decision'),
        value: decisions[0],
        options: decisions.map((value) => ({ value, label: t(`propose.decisions.${value}`) })),
      },
      { kind: 'longtext', name: 'opinion', label: t('propose.opinion') },
      ...(await reasonFields(t, view)),
    ],
  }
}
