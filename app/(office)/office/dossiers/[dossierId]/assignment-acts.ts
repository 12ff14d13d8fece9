import { getTranslator } from '@/app/_server/translator'
import type { ActField } from '@/components/office/act-form'
import { assignableOfficers } from '@/lib/dossiers/assignment/assignable-officers'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { clock } from '@/lib/server/business-clock'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { ActSource, OfferedForm } from './act-source'
import {
  assignAction,
  claimAction,
  declareConflictAction,
  giveBackAction,
  takeOverAction,
} from './assignment-actions'

type Words = Awaited<ReturnType<typeof getTranslator<'assignment'>>>

/** Who works on the dossier: assign by load, claim, give back, take over, declare an interest. */
export const assignmentActs: ActSource = async (event, view) => {
  if (event === 'assign') return assignForm(view)
  return reasonedForm(event, await getTranslator('assignment'))
}

function reasonedForm(event: LicenceEvent, t: Words): OfferedForm | null {
  switch (event) {
    case 'claim':
      return { act: claimAction, ...wordsOf(t, 'claim') }
    case 'give-back':
      return {
        act: giveBackAction,
        ...wordsOf(t, 'giveBack'),
        variant: 'secondary',
        fields: reason(t('giveBack.reason')),
      }
    case 'take-over':
      return {
        act: takeOverAction,
        ...wordsOf(t, 'takeOver'),
        variant: 'secondary',
        fields: reason(t('takeOver.reason')),
      }
    case 'declare-conflict':
      return {
        act: declareConflictAction,
        ...wordsOf(t, 'conflict'),
        variant: 'secondary',
        fields: reason(t('conflict.reason')),
      }
    default:
      return null
  }
}

function wordsOf(t: Words, act: 'claim' | 'giveBack' | 'takeOver' | 'conflict') {
  return { title: t(`${act}.title`), effect: t(`${act}.effect`), button: t(`${act}.button`) }
}

const reason = (label: string): ActField[] => [{ kind: 'longtext', name: 'reason', label, rows: 3 }]

async function assignForm({ dossier, assignee }: OfficeView): Promise<OfferedForm> {
  const [t, words] = [await getTranslator('office'), await getTranslator('assignment')]
  const officers = await assignableOfficers({
    dossierId: dossier.id,
    agencyId: dossier.solvingAgencyId,
    assigneePostId: dossier.assigneePostId,
    at: clock.now(),
  })
  const options = officers.map(({ post, load, suggested }) => {
    const officer = words('load', {
      name: post.fullName,
      division: post.division,
      load: String(load),
    })
    return { value: post.id, label: suggested ? words('suggested', { officer }) : officer }
  })
  return {
    act: assignAction,
    title: t('assign.title'),
    effect: t('assign.effect'),
    button: assignee ? t('assign.again') : t('assign.button'),
    variant: assignee ? 'secondary' : 'primary',
    fields: [{ kind: 'select', name: 'postId', label: t('assign.officer'), options }],
  }
}
