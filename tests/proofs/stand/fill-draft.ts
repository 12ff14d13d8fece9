import { PDFDocument } from 'pdf-lib'
import type { Answers } from '@/lib/procedures/answers'
import { fieldEntries } from '@/lib/procedures/form-entries'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Section } from '@/lib/procedures/shape/field'
import { type Entry, filled, formsOf, type HtmlForm, textOf } from './html-forms'
import { formOn, type Page, press, type Visitor, visit } from './plain-browser'

const TURNS = 60

/** Starts a draft by the button of the procedure's page; gives its address. */
export async function beginDraft(
  visitor: Visitor,
  { origin, procedureKey }: { origin: string; procedureKey: string },
): Promise<string> {
  const page = await visit(visitor, `${origin}/my/start/${procedureKey}`)
  const form = formOn(page, ({ controls }) => controls.some(({ name }) => name === 'procedureKey'))
  const { url } = await press(visitor, page, { form })
  if (!/\/my\/drafts\/[0-9a-f-]{36}$/.test(url)) throw new Error(`no draft was begun: ${url}`)
  return url
}

/** Fills in every section that the draft shows, in its order, and attaches what it asks for. */
export async function fillDraft(
  visitor: Visitor,
  home: string,
  { procedure, answers }: { procedure: Procedure; answers: Answers },
): Promise<number> {
  let shown = 0
  for (const section of procedure.sections) {
    const page = await visit(visitor, `${home}/${section.key}`)
    if (page.url === home) continue
    shown += 1
    const ready = await attachPapers(visitor, page)
    await fillSection(visitor, ready, { section, answers })
  }
  return shown
}

type Filling = { section: Section; answers: Answers }

/** Turn by turn, as a page without scripts is filled: rows are added, communes fetched, then on. */
async function fillSection(visitor: Visitor, start: Page, filling: Filling): Promise<void> {
  const here = new URL(start.url).pathname
  let page = start
  let before = ''
  for (let turn = 0; turn < TURNS; turn += 1) {
    const form = filled(sectionForm(page, filling.section), wantedOf(filling))
    const button = nextButton(form, filling)
    page = await press(visitor, page, { form, button })
    if (new URL(page.url).pathname !== here) return
    const now = namesOf(sectionForm(page, filling.section))
    if (button[1] === 'continue' && now === before) throw new Error(stuckAt(page))
    before = now
  }
  throw new Error(stuckAt(page))
}

function stuckAt({ url, html }: Page): string {
  const alert = /role="alert"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return `${new URL(url).pathname} does not go on: ${textOf(alert).slice(0, 400)}`
}

function sectionForm(page: Page, { key }: Section): HtmlForm {
  return formOn(page, ({ id }) => id === `section-${key}`)
}

function namesOf({ controls }: HtmlForm): string {
  return [...new Set(controls.map(({ name }) => name))].join(' ')
}

function wantedOf({ section, answers }: Filling): Entry[] {
  return section.fields.flatMap((field) => fieldEntries(field, answers[field.key]))
}

/** Another row while one is missing, the communes of a province that was chosen now, else on. */
function nextButton(form: HtmlForm, filling: Filling): Entry {
  const table = filling.section.fields.find(
    ({ key, type }) => type === 'table' && hasButton(form, key) && lacksRows(form, key, filling),
  )
  if (lacksChoices(form, filling)) return ['_do', 'refresh']
  return table ? ['_add', table.key] : ['_do', 'continue']
}

function hasButton({ controls }: HtmlForm, table: string): boolean {
  return controls.some(({ name, value }) => name === '_add' && value === table)
}

function lacksRows({ controls }: HtmlForm, table: string, { answers }: Filling): boolean {
  const rows = answers[table]
  const begun = new Set(
    controls
      .map(({ name }) => name.match(/^([\w-]+)\[(\d+)\]/))
      .flatMap((found) => (found?.[1] === table ? [found[2]] : [])),
  )
  return Array.isArray(rows) && begun.size < rows.length
}

/** A commune is offered once its province has been sent. */
function lacksChoices({ controls }: HtmlForm, filling: Filling): boolean {
  const wanted = new Map(wantedOf(filling))
  return controls.some(({ tag, name, options }) => {
    const value = wanted.get(name)
    return tag === 'select' && name.endsWith('.commune') && value && !options.includes(value)
  })
}

/** Sends a scan by each form for files on the page. */
async function attachPapers(visitor: Visitor, start: Page): Promise<Page> {
  let page = start
  for (const { id } of slotForms(start)) {
    const form = formOn(page, (one) => one.id === id)
    const blob = new File([await aScan(id)], `${id}.pdf`, { type: 'application/pdf' })
    page = await press(visitor, page, { form, file: { name: 'file', blob } })
    if (!textOf(page.html).includes(`${id}.pdf`))
      throw new Error(`${id} was not taken: ${page.url}`)
  }
  return page
}

function slotForms(page: Page): HtmlForm[] {
  return formsOf(page.html).filter(({ controls }) => controls.some(({ type }) => type === 'file'))
}

/** A small, whole PDF such as a scanner makes. */
async function aScan(title: string): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawText(title, { x: 60, y: 760, size: 18 })
  return new Uint8Array(await pdf.save())
}
