import { FileDrop } from '@/components/ui/file-drop'
import { SubmitButton } from '@/components/ui/submit-button'
import { getTranslator } from '../../_server/translator'
import { maxVerifyMegabytes } from '../../_server/verification-limits'

const problems = {
  missing: 'fileMissing',
  'too-large': 'fileTooLarge',
  'too-many': 'tooMany',
} as const

function isProblem(value: string | null): value is keyof typeof problems {
  return value !== null && value in problems
}

/** A plain form: it sends the file with or without JavaScript; dropping is a comfort on top. */
export async function FileCheck({ problem }: { problem: string | null }) {
  const [t, ui] = [await getTranslator('verify'), await getTranslator('ui')]
  const size = String(maxVerifyMegabytes)
  return (
    <form
      action="/api/uploads/verification"
      method="post"
      encType="multipart/form-data"
      className="space-y-4"
    >
      <FileDrop
        id="document"
        name="document"
        accept="application/pdf,.pdf"
        required
        label={t('fileLabel')}
        hint={t('fileHint', { size })}
        error={isProblem(problem) ? t(problems[problem], { size }) : undefined}
        dropLabel={ui('dropFile')}
      />
      <SubmitButton variant="secondary" pendingLabel={t('fileWorking')}>
        {t('fileAction')}
      </SubmitButton>
    </form>
  )
}
