import * as z from 'zod/mini'
import { splitPath } from '@/lib/procedures/answer-path'
import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { readAnswers } from '@/lib/procedures/read-answers'

export type AnswersMode = 'section' | 'submit'

/**
 * The answers of a procedure as a zod schema, for forms and for the border of the server.
 * `section` takes a draft with gaps and keeps hidden answers; `submit` wants everything that is
 * asked and gives only what counts. The message of an issue is an `AnswerIssueCode`, its
 * `params` fill the text. Made of zod/mini, since it goes to the browser with every form page.
 */
export function answersSchema(
  rules: FormRules,
  mode: AnswersMode,
): z.ZodMiniType<Answers, Record<string, unknown>> {
  const judge = z.transform((raw: Record<string, unknown>, context) => {
    const read = readAnswers(rules, raw)
    for (const { path, code, params } of mode === 'submit' ? read.obstacles : read.issues) {
      const place = { path: splitPath(path), input: raw }
      context.issues.push({ code: 'custom', message: code, params, ...place })
    }
    return mode === 'submit' ? read.relevant : read.answers
  })
  return z.pipe(z.record(z.string(), z.unknown()), judge)
}
