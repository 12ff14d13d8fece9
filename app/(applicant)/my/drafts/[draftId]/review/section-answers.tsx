import type { ReactNode } from 'react'
import type { OwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { issueText } from '@/components/form/issue-text'
import { formatFileSize } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import type { Answers } from '@/lib/procedures/answers'
import { type Described, describeAnswer } from '@/lib/procedures/describe'
import type { Missing } from '@/lib/procedures/find-missing'
import type { Field, Section } from '@/lib/procedures/shape/field'
import { hrefOf } from './findings'

type Props = {
  own: OwnDraft
  section: Section
  number: number
  missing: readonly Missing[]
}

/** One section as it will stand on the printed form, each line with the way to change it. */
export async function SectionAnswers({ own, section, number, missing }: Props) {
  const [t, f, locale] = [
    await getTranslator('draft'),
    await getTranslator('form'),
    await getLocale(),
  ]
  const asked = section.fields.filter((field) => field.type !== 'notice' || field.acknowledge)
  if (asked.length === 0) return null
  const rows = asked.map((field): SummaryRow => {
    const problem = missing.find((item) => item.field === field.key)
    return {
      id: `row-${field.key}`,
      label: field.label[locale],
      value: answerIn(own, field, { locale, empty: t('review.empty'), noFile: t('review.noFile') }),
      problem: problem && issueText(f, section, problem),
      action: {
        href: hrefOf(own, section, problem?.path ?? field.key),
        label: t('review.edit'),
        subject: field.label[locale],
      },
    }
  })
  return (
    <section
      className="mt-10 max-w-4xl break-inside-auto"
      aria-labelledby={`section-${section.key}`}
    >
      <h2 id={`section-${section.key}`}>
        {number}. {section.title[locale]}
      </h2>
      {section.formRef && <p className="text-sm text-soft">{section.formRef}</p>}
      <div className="mt-3">
        <SummaryList rows={rows} />
      </div>
    </section>
  )
}

type Words = { locale: Locale; empty: string; noFile: string }

function answerIn({ view, rules }: OwnDraft, field: Field, words: Words): ReactNode {
  if (field.type === 'paper') return <Files own={{ view }} field={field} words={words} />
  const { answers }: { answers: Answers } = view
  const described = describeAnswer(field, answers[field.key], {
    codes: rules.codes,
    locale: words.locale,
  })
  if (described.text === '') return <Nothing text={words.empty} />
  return <Said described={described} />
}

function Nothing({ text }: { text: string }) {
  return <span className="font-normal text-soft">{text}</span>
}

/** An answer in words: a line, several lines, or the rows of a table one below the other. */
function Said({ described }: { described: Described }) {
  if (described.rows.length === 0) {
    return described.lines.map((line) => (
      <span key={line} className="block">
        {line}
      </span>
    ))
  }
  return (
    <ol className="list-decimal space-y-3 pl-6">
      {described.rows.map((cells) => (
        <li key={cells.map(({ text }) => text).join('|')}>
          {cells[0]?.text}
          {cells.slice(1).map(({ label, text }) => (
            <span key={label} className="block text-sm font-normal">
              <span className="text-soft">{label}:</span> {text}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}

type FilesProps = {
  own: Pick<OwnDraft, 'view'>
  field: Extract<Field, { type: 'paper' }>
  words: Words
}

function Files({ own, field, words }: FilesProps) {
  const files = own.view.papers
    .filter(({ slotKey }) => slotKey === field.paper)
    .flatMap((paper) => paper.files)
    .filter(({ state }) => state !== 'rejected')
  if (files.length === 0) return <Nothing text={words.noFile} />
  return (
    <ul>
      {files.map(({ id, name, size }) => (
        <li key={id} className="break-words">
          {name}{' '}
          <span className="font-normal text-soft">({formatFileSize(size, words.locale)})</span>
        </li>
      ))}
    </ul>
  )
}
