import type { OwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { placeName } from '@/components/form/places'
import { formatDate } from '@/components/format'
import { Notice } from '@/components/ui/notice'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { valueAt } from '@/lib/procedures/conditions'
import type { RegisterDifference } from '@/lib/procedures/register-difference'
import { hrefOf } from './findings'

type Props = { own: OwnDraft; differences: readonly RegisterDifference[] }

/** What a register of the State says otherwise: a question, with the way to change the answer or to keep it. */
export async function RegisterDifferences({ own, differences }: Props) {
  if (differences.length === 0) return null
  const t = await getTranslator('registers')
  return (
    <div className="max-w-4xl">
      <Notice tone="warn" title={t('review.title', { count: differences.length })}>
        <p>{t('review.lead')}</p>
        <ul className="list-disc space-y-3 pl-6">
          {differences.map((difference) => (
            <li key={`${difference.part}:${difference.path}`}>
              <Difference own={own} difference={difference} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

async function Difference({ own, difference }: { own: OwnDraft; difference: RegisterDifference }) {
  const [t, form, locale] = [
    await getTranslator('registers'),
    await getTranslator('form'),
    await getLocale(),
  ]
  const { part, path } = difference
  const section = sectionOf(own, path)
  const declared = declaredText(own, difference)
  const label = section ? placeName(section, path, { locale, t: form }) : t(`parts.${part}`)
  return (
    <>
      <span className="font-semibold">{label}</span>
      {declared && <span className="block">{t('review.declared', { text: declared })}</span>}
      <span className="block">{await registerText(difference)}</span>
      {section && (
        <span className="block print:hidden">
          <a href={hrefOf(own, section, path)}>
            {t('review.change')}
            <span className="sr-only"> {label}</span>
          </a>{' '}
          {t('review.orKeep')}
        </span>
      )}
    </>
  )
}

async function registerText(difference: RegisterDifference): Promise<string> {
  const t = await getTranslator('registers')
  if (difference.register === 'population') return t('review.person')
  const { part, said } = difference
  if (said === null) return t('review.otherCode')
  return t('review.said', { text: part === 'status' ? statusText(t, said) : said })
}

function statusText(t: Awaited<ReturnType<typeof getTranslator<'registers'>>>, said: string) {
  return said === 'dissolved' ? t('status.dissolved') : t('status.suspended')
}

function declaredText({ view }: OwnDraft, { part, path }: RegisterDifference): string {
  const value = valueAt(view.answers, path)
  if (typeof value !== 'string') return ''
  return part === 'birth_date' ? formatDate(value) : value
}

function sectionOf({ view }: OwnDraft, path: string) {
  const key = fieldOfPath(path)
  return view.procedure.sections.find(({ fields }) => fields.some((field) => field.key === key))
}
