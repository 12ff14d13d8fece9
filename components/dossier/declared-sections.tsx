import type { Locale } from '@/components/messages/locale'
import { Details } from '@/components/ui/details'
import type { Answers } from '@/lib/procedures/answers'
import { type Described, describeAnswer } from '@/lib/procedures/describe'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Field, Section } from '@/lib/procedures/shape/field'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

type Props = {
  procedure: Procedure
  answers: Answers
  locale: Locale
  /** How many sections stand open at first. */
  open?: number
}

/** What was declared, section by section, only what was answered. */
export function DeclaredSections({ procedure, answers, locale, open = 0 }: Props) {
  const filled = procedure.sections.filter((section) =>
    section.fields.some((field) => answers[field.key] !== undefined),
  )
  return (
    <div className="text-sm">
      {filled.map((section, index) => (
        <Details key={section.key} summary={section.title[locale]} open={index < open}>
          <SectionAnswers section={section} answers={answers} locale={locale} />
        </Details>
      ))}
    </div>
  )
}

type SectionProps = { section: Section; answers: Answers; locale: Locale }

function SectionAnswers({ section, answers, locale }: SectionProps) {
  return (
    <dl>
      {section.fields.map((field) => {
        const value = answers[field.key]
        if (value === undefined || field.type === 'paper') return null
        const described = describeAnswer(field, value, { codes: SHIPPED_CODES, locale })
        return (
          <div key={field.key} className="border-t border-hairline py-1.5">
            <dt className="text-xs text-soft">{labelOf(field, locale)}</dt>
            <dd>
              <AnswerText described={described} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** An answer in words: one line, several lines, or the rows of a table. */
export function AnswerText({ described }: { described: Described }) {
  if (described.rows.length > 0) {
    return (
      <ol className="list-decimal space-y-1.5 pl-5 font-normal">
        {described.rows.map((row) => (
          <li key={row.map((cell) => cell.text).join('|')}>
            {row
              .filter((cell) => cell.text)
              .map((cell) => `${cell.label}: ${cell.text}`)
              .join('; ')}
          </li>
        ))}
      </ol>
    )
  }
  return (
    <>
      {described.lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </>
  )
}

function labelOf(field: Field, locale: Locale): string {
  return field.label[locale]
}
