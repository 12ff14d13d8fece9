import { z } from 'zod'
import { splitPath } from '@/lib/procedures/answer-path'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { readAnswers } from '@/lib/procedures/read-answers'

export type AnswersMode = 'section' | 'submit'

/**
 * The answers of a procedure as a zod schema, for forms and for the border of the server.
 * `section` takes a draft with gaps and keeps hidden answers; `submit` wants everything that is
 * asked and gives only what counts. The message of an issue is an `AnswerIssueCode`, its
 * `params` fill the text.
 */
export function answersSchema(
  rules: FormRules,
  mode: AnswersMode,
): z.ZodType<Answers, Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).transform((raw, context) => {
    const read = readAnswers(rules, raw)
    for (const { path, code, params } of mode === 'submit' ? read.obstacles : read.issues) {
      context.addIssue({ code: 'custom', path: splitPath(path), message: code, params })
    }
    return mode === 'submit' ? read.relevant : read.answers
  })
}
