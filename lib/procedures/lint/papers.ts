import { DOCUMENT_TYPES } from '@/lib/procedures/document-types'
import { fault, type LintRule } from '@/lib/procedures/lint/issue'

/** Papers of one dossier: asked in one place, never both made and uploaded, conditions where due. */
export const soundPapers: LintRule = ({ procedure }) => {
  const sections = new Set(procedure.sections.map(({ key }) => key))
  const places = procedure.sections
    .flatMap((section) => section.fields)
    .flatMap((field) => (field.type === 'paper' ? [field.paper] : []))
  const made = procedure.papers.filter((paper) => paper.source === 'eform')
  const unknown = places.filter((key) => !procedure.papers.some((paper) => paper.key === key))
  return [
    ...unknown.map((key) =>
      fault('unknown-paper', `papers.${key}`, 'a place for it, but no such paper'),
    ),
    ...procedure.papers.flatMap((paper) => {
      const place = `papers.${paper.key}`
      const count = places.filter((key) => key === paper.key).length
      if (paper.source !== 'upload') {
        return count === 0
          ? []
          : [fault('asked-twice', place, 'the portal has it, yet asks for it')]
      }
      const twin = made.find(({ form }) => form !== undefined && form === paper.form)
      return [
        ...(count === 1
          ? []
          : [fault('paper-place', place, `asked in ${count} places, not in one`)]),
        ...(twin ? [fault('asked-twice', place, `the form itself makes ${paper.form}`)] : []),
      ]
    }),
    ...made.flatMap(({ key, sections: sources }) =>
      sources
        .filter((section) => !sections.has(section))
        .map((section) => fault('unknown-section', `papers.${key}`, `no section "${section}"`)),
    ),
    ...procedure.papers
      .filter(
        (paper) => (paper.requirement === 'conditional') !== (paper.requiredWhen !== undefined),
      )
      .filter((paper) => paper.requirement !== 'optional')
      .map(({ key }) =>
        fault('paper-condition', `papers.${key}`, 'conditional and its condition go together'),
      ),
  ]
}

/** What a register of the State holds is asked only with a reason (Decree 118/2025/NĐ-CP Art. 17). */
export const heldPapers: LintRule = ({ procedure: { papers } }) =>
  papers
    .filter((paper) => paper.source === 'upload' && paper.heldBy !== undefined)
    .filter((paper) => !paper.waivedWhen && !(paper.source === 'upload' && paper.askedBecause))
    .map(({ key }) =>
      fault(
        'already-held',
        `papers.${key}`,
        'the State holds it, and nothing says why it is asked',
      ),
    )

/** A kind of document is one that exists, asked once in a dossier. */
export const knownDocumentTypes: LintRule = ({ procedure }) => {
  const typed = procedure.papers.flatMap((paper) =>
    paper.source === 'upload' && paper.documentType ? [{ ...paper, type: paper.documentType }] : [],
  )
  return typed.flatMap(({ key, type }) => {
    const place = `papers.${key}`
    if (!DOCUMENT_TYPES.has(type))
      return [fault('unknown-document-type', place, `there is no document type "${type}"`)]
    const twins = typed.filter((other) => other.type === type)
    return twins.length > 1 && twins[0]?.key !== key
      ? [fault('asked-twice', place, `"${type}" is asked for already as ${twins[0]?.key}`)]
      : []
  })
}
