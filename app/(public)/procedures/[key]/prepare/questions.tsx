import { issueText } from '@/components/form/issue-text'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { fieldOptions } from '@/lib/procedures/options'
import type { Preparation, PreparationQuestion } from '@/lib/procedures/preparation'
import { getLocale, getTranslator } from '../../../../_server/translator'

/** So few choices are better seen at once. */
const FEW = 7

type Props = {
  rules: FormRules
  read: Preparation
  /** Keys of the questions that the page before this one showed. */
  asked: readonly string[]
}

/** The questions as a plain form: what was answered stays, what was passed over is named. */
export async function Questions({ rules, read, asked }: Props) {
  const [t, say, locale] = [
    await getTranslator('preparation'),
    await getTranslator('form'),
    await getLocale(),
  ]
  const { procedure } = rules
  const errors = new Map(
    read.obstacles
      .filter(({ path }) => asked.includes(path))
      .flatMap((issue) => {
        const section = procedure.sections.find(({ fields }) =>
          fields.some(({ key }) => key === issue.path),
        )
        return section ? [[issue.path, issueText(say as never, section, issue)] as const] : []
      }),
  )
  const wrong = read.questions.filter(({ key }) => errors.has(key))
  const opensMore = asked.length > 0 && wrong.length === 0
  return (
    <>
      <ErrorSummary
        title={t('problems')}
        problems={wrong.map(({ key, label }) => ({
          fieldId: `q-${key}`,
          text: `${label[locale]}: ${errors.get(key)}`,
        }))}
      />
      {opensMore && (
        <Notice title={t('furtherTitle')} role="status">
          <p>{t('furtherBody')}</p>
        </Notice>
      )}
      <form action={`/procedures/${procedure.key}/prepare`} className="max-w-form space-y-8">
        <h2 className="sr-only">{t('questions')}</h2>
        <input type="hidden" name="_asked" value={read.questions.map(({ key }) => key).join(' ')} />
        {read.questions.map((question) => (
          <Question
            key={question.key}
            {...{ question, rules, answers: read.answers, error: errors.get(question.key) }}
          />
        ))}
        <Button name="_show" value="1" className="max-sm:w-full">
          {t('button')}
        </Button>
      </form>
    </>
  )
}

type QuestionProps = {
  question: PreparationQuestion
  rules: FormRules
  answers: Answers
  error: string | undefined
}

async function Question({ question, rules, answers, error }: QuestionProps) {
  const [form, locale] = [await getTranslator('form'), await getLocale()]
  const box = {
    id: `q-${question.key}`,
    name: question.key,
    label: question.label[locale],
    hint: question.help?.[locale],
    error,
    optional: question.required === false ? form('optional') : undefined,
  }
  const answer = answers[question.key]
  const chosen = answer === undefined ? undefined : String(answer)
  if (question.type === 'boolean') {
    const options = [
      { value: 'true', label: form('yes') },
      { value: 'false', label: form('no') },
    ]
    return <RadioGroup {...box} options={options} defaultValue={chosen} />
  }
  const options = fieldOptions(question, rules.codes).map(({ value, label }) => ({
    value,
    label: label[locale],
  }))
  if (question.type === 'multiselect') {
    const values = Array.isArray(answer) ? answer.map(String) : []
    return <CheckboxGroup {...box} options={options} defaultValues={values} />
  }
  if (options.length <= FEW && question.required !== false)
    return <RadioGroup {...box} options={options} defaultValue={chosen} />
  return <Select {...box} options={options} emptyLabel={form('choose')} defaultValue={chosen} />
}
