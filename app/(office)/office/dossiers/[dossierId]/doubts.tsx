import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { valueAt } from '@/lib/procedures/conditions'
import { fieldsOf } from '@/lib/procedures/read-answers'
import type { RegisterDifference } from '@/lib/procedures/register-difference'
import { statusKey } from './register-check'

type Props = { view: Pick<OfficeView, 'doubts' | 'differences' | 'answers' | 'procedure'> }

/** What does not fit the rules, or was otherwise in a register at filing, for the officer to look at; nothing is decided by it. */
export async function Doubts({ view }: Props) {
  const { doubts, differences } = view
  const count = doubts.length + differences.length
  if (count === 0) return null
  const [t, locale] = [await getTranslator('office'), await getLocale()]
  return (
    <Notice tone="warn" level={2} title={t('doubts.title', { count })}>
      <p className="text-sm">{t('doubts.lead')}</p>
      <ul className="list-disc space-y-2 pl-5 text-sm">
        {doubts.map(({ rule, path, message, clause, told }) => (
          <li key={`${rule}:${path}`}>
            {message[locale]} {told && <Tag>{t('doubts.told')}</Tag>}
            {clause && (
              <span className="block text-soft">
                {clause.article}, {clause.law}
              </span>
            )}
          </li>
        ))}
        {differences.map((difference) => (
          <li key={`${difference.part}:${difference.path}`} className="break-words">
            <Kept view={view} difference={difference} /> <Tag>{t('doubts.told')}</Tag>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What the register said when the dossier was filed, and what its owner kept all the same. */
async function Kept({ view, difference }: Props & { difference: RegisterDifference }) {
  const [t, locale] = [await getTranslator('registers'), await getLocale()]
  const part = t(`parts.${difference.part}`)
  const declared = declaredText(view.answers, difference)
  if (difference.register === 'population') {
    const asked = fieldsOf(view.procedure).find(({ key }) => key === fieldOfPath(difference.path))
    const who = asked?.type === 'person' ? `${asked.label[locale]}, ` : ''
    return t('bench.keptPerson', { part: `${who}${part}`, declared })
  }
  const { said } = difference
  if (said === null) return t('bench.keptCode', { part, declared })
  if (difference.part === 'status') return t('bench.keptStatus', { text: t(statusKey(said)) })
  return t('bench.keptSaid', { part, declared, text: said })
}

function declaredText(answers: OfficeView['answers'], { part, path }: RegisterDifference): string {
  const value = valueAt(answers, path)
  if (typeof value !== 'string') return ''
  return part === 'birth_date' ? formatDate(value) : value
}
