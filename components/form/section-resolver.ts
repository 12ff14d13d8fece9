import { type FieldErrors, type Resolver, set } from 'react-hook-form'
import type { Judge } from '@/components/form/judge'
import { dotPath } from '@/components/form/paths'
import type { RawRecord } from '@/components/form/raw-values'
import type { AnswerIssue } from '@/lib/procedures/answers'
import type { Section } from '@/lib/procedures/shape/field'

/**
 * What is wrong with the boxes. The schema comes when the first box is entered, not with the page; when
 * it cannot come, nothing is found here, and the server judges alone.
 */
export async function judgeBoxes(
  judge: Judge,
  values: RawRecord,
  complete: boolean,
): Promise<AnswerIssue[]> {
  const schema = await fetchSchema()
  return schema ? schema.findProblems(judge, values, complete) : []
}

/** Fetches the schema ahead of its first use. */
export function fetchSchema() {
  return import('@/components/form/find-problems').catch(() => undefined)
}

/**
 * react-hook-form's way to the one schema: wrong values while the person writes; what is missing,
 * too, once the section was to be left.
 */
export function sectionResolver(judge: Judge, isComplete: () => boolean): Resolver<RawRecord> {
  return async (values) => {
    const problems = await judgeBoxes(judge, values, isComplete())
    if (problems.length === 0) return { values, errors: {} }
    return { values: {}, errors: nestErrors(problems, judge) }
  }
}

/** Problems as the form keeps them. */
export function nestErrors(
  problems: readonly AnswerIssue[],
  { section, say }: Pick<Judge, 'section' | 'say'>,
): FieldErrors<RawRecord> {
  const errors: FieldErrors<RawRecord> = {}
  // The last one set would win: the first problem of a place is the one to be told.
  for (const problem of [...problems].reverse()) {
    const { type, message } = { type: problem.code, message: say(problem) }
    set(errors, errorName(section, problem.path), { type, message })
  }
  return errors
}

/** Under which name the form keeps a problem; that of a whole list stands beside those of its rows. */
export function errorName(section: Section, path: string): string {
  const field = section.fields.find(({ key }) => key === path)
  const isList = field?.type === 'table' || field?.type === 'schedule'
  return isList ? `${path}.root` : dotPath(path)
}
