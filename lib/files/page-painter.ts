// A program of its own, started by paint-pages.ts without rights and without environment: it reads
// a stranger's PDF from standard input and writes page pictures to standard output. Only packages
// may be imported here, since nothing resolves the alias of the house.
import { readFileSync, writeSync } from 'node:fs'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'

type Limits = {
  dpi: number
  maxPages: number
  maxPixels: number
  maxSide: number
  maxMemory: number
}

const POINTS_PER_INCH = 72
const WASM_PAGE = 65_536
const UNREADABLE = 3

// What pdfium has to say must not end up among the pictures.
console.log = () => undefined

const limits: Limits = JSON.parse(process.argv[2] ?? '{}')
const document = await openDocument().catch(() => process.exit(UNREADABLE))
const total = document.getPageCount()
for (let page = 1; page <= Math.min(total, limits.maxPages); page += 1) await paint(page)
process.exit(total > 0 ? 0 : UNREADABLE)

async function openDocument(): Promise<PDFiumDocument> {
  const library = await PDFiumLibrary.init({ instantiateWasm })
  return library.loadDocument(readFileSync(0))
}

/** pdfium takes as much memory as a document asks for, unless growing ends somewhere. */
function instantiateWasm(imports: WebAssembly.Imports, done: (...made: never[]) => void) {
  const bytes = readFileSync(new URL(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')))
  const module = new WebAssembly.Module(bytes)
  const instance = new WebAssembly.Instance(module, imports)
  const memory = instance.exports['memory']
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('pdfium has no memory')
  const grow = memory.grow.bind(memory)
  memory.grow = (pages: number) => {
    if (memory.buffer.byteLength + pages * WASM_PAGE > limits.maxMemory) throw new RangeError()
    return grow(pages)
  }
  done(...([instance, module] as never[]))
  return instance.exports
}

/** A page that cannot be painted is announced with no size, so that the others keep their numbers. */
async function paint(page: number): Promise<void> {
  const { width, height, data } = await render(page).catch(() => ({
    width: 0,
    height: 0,
    data: new Uint8Array(),
  }))
  const head = Buffer.alloc(16)
  for (const [at, value] of [page, total, width, height].entries())
    head.writeUInt32LE(value, at * 4)
  writeAll(head)
  writeAll(data)
}

async function render(number: number) {
  const page = document.getPage(number - 1)
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  if (!(width >= 1 && height >= 1)) throw new Error('a page without extent')
  const scale = Math.min(
    limits.dpi / POINTS_PER_INCH,
    Math.sqrt(limits.maxPixels / (width * height)),
    limits.maxSide / Math.max(width, height),
  )
  return page.render({ scale, renderFormFields: true })
}

// Standard output is a pipe in blocking mode: a slow reader makes the painter wait.
function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at)
}
