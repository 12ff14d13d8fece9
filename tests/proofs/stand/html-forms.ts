/** A form of a page, as a browser without scripts knows it. */
export type HtmlForm = {
  id: string
  action: string
  controls: Control[]
}

export type Control = {
  tag: 'input' | 'select' | 'textarea' | 'button'
  type: string
  name: string
  value: string
  checked: boolean
  /** What a list offers. */
  options: string[]
  text: string
}

export type Entry = readonly [string, string]

type Tag = {
  name: string
  closes: boolean
  attributes: Map<string, string>
  from: number
  to: number
}

/** The forms of a page with everything that belongs to them, also from outside by the attribute `form`. */
export function formsOf(page: string): HtmlForm[] {
  const html = page.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<!--[\s\S]*?-->/g, '')
  const reading: Reading = { html, forms: [], strays: [] }
  for (const tag of tagsOf(html))
    READERS[tag.name === 'form' || tag.name === 'option' ? tag.name : 'control'](reading, tag)
  for (const { form, control } of reading.strays) {
    reading.forms.find(({ id }) => id === form)?.controls.push(control)
  }
  return reading.forms
}

type Reading = {
  html: string
  forms: HtmlForm[]
  /** What stands outside of its form. */
  strays: { form: string; control: Control }[]
  open?: HtmlForm | undefined
  list?: Control
}

const READERS: Record<'form' | 'option' | 'control', (reading: Reading, tag: Tag) => void> = {
  form: (reading, tag) => {
    reading.open = tag.closes ? undefined : newForm(tag)
    if (reading.open) reading.forms.push(reading.open)
  },
  option: ({ list }, tag) => {
    if (!tag.closes) choose(list, tag)
  },
  control: (reading, tag) => {
    if (tag.closes) return
    const control = controlOf(tag, reading.html)
    const form = tag.attributes.get('form')
    if (control.tag === 'select') reading.list = control
    if (form === undefined) reading.open?.controls.push(control)
    else reading.strays.push({ form, control })
  },
}

/** What a browser sends when a button is pressed. */
export function entriesOf({ controls }: HtmlForm, pressed?: Entry): Entry[] {
  const sent = controls.filter(({ tag, type, name, checked }) => {
    if (name === '' || tag === 'button' || type === 'file' || type === 'submit') return false
    return type === 'checkbox' || type === 'radio' ? checked : true
  })
  const entries = sent.map(({ name, value }): Entry => [name, value])
  return pressed ? [...entries, pressed] : entries
}

/** The form with what a person typed and ticked; hidden boxes are nobody's to change. */
export function filled(form: HtmlForm, answers: readonly Entry[]): HtmlForm {
  const wanted = new Map<string, string[]>()
  for (const [name, value] of answers) wanted.set(name, [...(wanted.get(name) ?? []), value])
  const controls = form.controls.map((control): Control => {
    const values = wanted.get(control.name)
    if (!values || control.type === 'hidden' || control.tag === 'button') return control
    if (control.type === 'checkbox' || control.type === 'radio') {
      return { ...control, checked: values.includes(control.value) }
    }
    const value = values[0] ?? ''
    if (control.tag === 'select' && !control.options.includes(value)) return control
    return { ...control, value }
  })
  return { ...form, controls }
}

/** The words of a page, without its marks. */
export function textOf(html: string): string {
  const bare = html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ')
  return plain(bare).replace(/\s+/g, ' ')
}

const TAG = /<(\/?)(form|input|select|option|textarea|button)\b((?:[^>"]|"[^"]*")*)>/g

function tagsOf(html: string): Tag[] {
  return [...html.matchAll(TAG)].map((found) => ({
    name: found[2] ?? '',
    closes: found[1] === '/',
    attributes: attributesOf(found[3] ?? ''),
    from: found.index,
    to: found.index + found[0].length,
  }))
}

function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([^\s"=/]+)(?:="([^"]*)")?/g)]
  return new Map(pairs.map(([, name, value]) => [(name ?? '').toLowerCase(), plain(value ?? '')]))
}

function newForm({ attributes }: Tag): HtmlForm {
  return { id: attributes.get('id') ?? '', action: attributes.get('action') ?? '', controls: [] }
}

function controlOf({ name, attributes, to }: Tag, html: string): Control {
  const tag = name as Control['tag']
  const inner = (end: string) => plain(html.slice(to, html.indexOf(end, to)))
  return {
    tag,
    type: attributes.get('type') ?? '',
    name: attributes.get('name') ?? '',
    value:
      tag === 'textarea'
        ? inner('</textarea>')
        : (attributes.get('value') ?? defaultOf(tag, attributes)),
    checked: attributes.has('checked'),
    options: [],
    text: tag === 'button' ? textOf(html.slice(to, html.indexOf('</button>', to))) : '',
  }
}

function defaultOf(tag: Control['tag'], attributes: Map<string, string>): string {
  const box = attributes.get('type') === 'checkbox' || attributes.get('type') === 'radio'
  return tag === 'input' && box ? 'on' : ''
}

/** A list shows its first choice until another one is marked. */
function choose(list: Control | undefined, { attributes }: Tag): void {
  if (!list) return
  const value = attributes.get('value') ?? ''
  if (list.options.length === 0 || attributes.has('selected')) list.value = value
  list.options.push(value)
}

const MARKS: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ' }

function plain(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return MARKS[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return String.fromCodePoint(code)
  })
}
