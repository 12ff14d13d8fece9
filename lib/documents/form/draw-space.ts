import type { Flow } from '@/lib/documents/layout/flow'
import type { Run } from '@/lib/documents/layout/lines'
import { mm, rounded } from '@/lib/documents/layout/page-geometry'
import { layParagraph, setParagraph } from '@/lib/documents/layout/paragraph'
import { unbroken } from '@/lib/documents/wording'
import type { BlankSpace } from './blank-space'
import { note, paragraph, plain } from './form-type'

/** Distance between lines to write on, as on ruled paper. */
const RULED = mm(8)
/** Less room than this at the end of a line is not worth writing on. */
const LEAST_ROOM = mm(35)
const AFTER = 4
/** Choices longer than this, when they are few, stand one under the other. */
const LONG_CHOICE = 45
const FEW_CHOICES = 12
const SHORT_CHOICE = 32
const GAP = '\u00a0\u00a0\u00a0 '

/** Sets a question (`runs`) and the room in which it is answered by hand. */
export function drawSpace(flow: Flow, runs: Run[], space: BlankSpace): void {
  switch (space.kind) {
    case 'lines':
      drawLines(flow, space.hint ? [...runs, note(`${space.hint} `)] : runs, space.count)
      break
    case 'words':
      setParagraph(flow, paragraph([...runs, plain(space.text)]))
      break
    case 'choices':
      drawChoices(flow, runs, space)
      break
    case 'parts':
    case 'week':
      drawParts(flow, runs, space)
      break
  }
}

/** A text that goes on as a dotted line to the margin, and further dotted lines under it. */
function drawLines(flow: Flow, runs: Run[], count = 1): void {
  const text = paragraph(runs, { after: 0 })
  const { lines, pitch } = layParagraph(text, flow.sheet.text.width)
  const last = lines.at(-1)
  setParagraph(flow, text)
  const used = last ? last.indent + last.width + 4 : 0
  const { x, width } = flow.sheet.text
  const room = width - used
  const here = room >= LEAST_ROOM
  if (here) dots(flow, { x: x + used, width: room, down: flow.top - pitch * 0.25 })
  for (let left = here ? count - 1 : count; left > 0; left -= 1) {
    flow.keepRoom(RULED)
    flow.top += RULED
    dots(flow, { x, width, down: flow.top - pitch * 0.25 })
  }
  flow.top += AFTER
}

/** Rules to write on are no content: a screen reader would read their dots one by one. */
function dots(flow: Flow, line: { x: number; width: number; down: number }): void {
  const y = rounded(flow.sheet.height - line.down)
  const from = `${rounded(line.x)} ${y} m`
  flow.decorate([`q 0.7 w 1 J [0 2.4] 0 d ${from} ${rounded(line.x + line.width)} ${y} l S Q`])
}

function drawChoices(
  flow: Flow,
  runs: Run[],
  { hint, options }: Extract<BlankSpace, { kind: 'choices' }>,
): void {
  const boxes = options.map(box)
  const listed = options.length <= FEW_CHOICES && options.some(({ length }) => length > LONG_CHOICE)
  const short = options.length <= 3 && boxes.join(GAP).length < 40
  if (short) {
    setParagraph(flow, paragraph([...runs, plain(boxes.join(GAP))]))
    return
  }
  setParagraph(flow, paragraph(hint ? [...runs, note(hint)] : runs, { after: 1 }))
  setParagraph(flow, paragraph([plain(boxes.join(listed ? '\n' : GAP))]))
}

/** A box and its words; a short choice is not parted by the end of a line. */
function box(option: string): string {
  return `□\u00a0${option.length <= SHORT_CHOICE ? unbroken(option) : option}`
}

function drawParts(
  flow: Flow,
  runs: Run[],
  space: Extract<BlankSpace, { kind: 'parts' | 'week' }>,
): void {
  setParagraph(flow, paragraph(runs, { after: 1 }))
  const lines = space.kind === 'parts' ? space.labels : space.days
  for (const line of lines) {
    flow.keepRoom(RULED)
    drawLines(flow, [plain(`– ${line}: `)])
  }
}
