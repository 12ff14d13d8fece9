import { deflateSync } from 'node:zlib'

/** One page that draws a form that draws a form …, ten million million million times in all. */
export function recursivePdf(): Buffer {
  const levels = 20
  const form = (level: number) => {
    const content = level === levels ? '0 0 1 1 re f' : '/F Do '.repeat(10)
    const next = level === levels ? '' : `/Resources<</XObject<</F ${11 + level} 0 R>>>>`
    return `<</Type/XObject/Subtype/Form/BBox[0 0 600 800]${next}/Length ${content.length}>>\nstream\n${content}\nendstream`
  }
  const forms = Array.from({ length: levels }, (_, n) => [10 + n, form(n + 1)] as const)
  return pdfOf([
    [1, '<</Type/Catalog/Pages 2 0 R>>'],
    [2, '<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [
      3,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 10 0 R>>>>>>',
    ],
    [4, '<</Length 5>>\nstream\n/F Do\nendstream'],
    ...forms,
  ])
}

/** Some hundred kilobytes of drawing that unpack to so many megabytes. */
export function swellingPdf(megabytes: number): Buffer {
  const drawing = Buffer.alloc(megabytes * 1024 * 1024, ' ')
  drawing.write('1 0 0 rg 0 0 600 800 re f')
  const packed = deflateSync(drawing).toString('latin1')
  return pdfOf([
    [1, '<</Type/Catalog/Pages 2 0 R>>'],
    [2, '<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>'],
    [4, `<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`],
  ])
}

function pdfOf(objects: (readonly [number, string])[]): Buffer {
  let text = '%PDF-1.7\n'
  const places = new Map<number, number>()
  for (const [number, body] of objects) {
    places.set(number, text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const size = Math.max(...places.keys()) + 1
  const line = (at: number | undefined) =>
    at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`
  const table = Array.from({ length: size }, (_, number) => line(places.get(number))).join('')
  const tail = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}xref\n0 ${size}\n${table}${tail}`, 'latin1')
}
