import type { Locale } from '@/components/messages/locale'
import { SummaryList } from '@/components/ui/summary-list'
import type { Answers } from '@/lib/procedures/answers'
import { describeAnswer } from '@/lib/procedures/describe'
import type { CodeLists } from '@/lib/procedures/form-rules'
import type { PreparationQuestion } from '@/lib/procedures/preparation'

type Props = {
  questions: readonly PreparationQuestion[]
  answers: Answers
  codes: CodeLists
  locale: Locale
  /** Where an answer is changed, and the word for it. */
  change?: { href: string; label: string } | undefined
}

/** The answers to the preparation, in words. */
export function PreparedAnswers({ questions, answers, codes, locale, change }: Props) {
  const rows = questions
    .filter(({ key }) => answers[key] !== undefined)
    .map((question) => ({
      id: `answer-${question.key}`,
      label: question.label[locale],
      value: describeAnswer(question, answers[question.key], { codes, locale }).text,
      action: change && {
        href: `${change.href}#q-${question.key}`,
        label: change.label,
        subject: question.label[locale],
      },
    }))
  return <SummaryList rows={rows} />
}
