import { PDFDocument } from 'pdf-lib'

/** A small, whole PDF such as a scanner makes. */
export async function aPdf(title: string): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawText(title, { x: 60, y: 760, size: 18 })
  return Buffer.from(await pdf.save())
}
