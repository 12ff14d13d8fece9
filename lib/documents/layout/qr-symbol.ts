import { create } from 'qrcode'
import type { Flow } from './flow'
import { type Box, rectangle, rounded } from './page-geometry'

/**
 * Draws a QR symbol (level Q: a quarter may be lost) as one vector path, with its target as the
 * alternative text. The box is the dark part; the caller keeps four modules of white around it.
 */
export function placeQrSymbol(flow: Flow, text: string, box: Box): void {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' })
  const unit = box.width / modules.size
  const path: string[] = []
  for (let row = 0; row < modules.size; row++) {
    const bottom = flow.sheet.height - box.top - (row + 1) * unit
    for (const [start, length] of darkStretches(modules, row)) {
      const sides = [box.x + start * unit, bottom, length * unit, unit].map(rounded)
      path.push(`${sides.join(' ')} re`)
    }
  }
  const figure = flow.tree.add('Figure')
  figure.alternative = `Mã QR dẫn tới ${text}`
  figure.attributes = { O: 'Layout', Placement: 'Block', BBox: rectangle(box, flow.sheet.height) }
  flow.markLines(figure, [`q 0 g ${path.join(' ')} f Q`])
}

/** Runs of dark modules in a row as [start, length]: fewer rectangles, no seams between them. */
function darkStretches(
  modules: { size: number; get(row: number, column: number): number | boolean },
  row: number,
): [number, number][] {
  const stretches: [number, number][] = []
  let start = -1
  for (let column = 0; column <= modules.size; column++) {
    const dark = column < modules.size && Boolean(modules.get(row, column))
    if (dark && start < 0) start = column
    if (!dark && start >= 0) {
      stretches.push([start, column - start])
      start = -1
    }
  }
  return stretches
}
