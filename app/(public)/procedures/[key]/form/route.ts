import { noDocument, pdfResponse } from '@/app/_server/pdf-response'
import { printBlankForm } from '@/lib/administration/blank-form'

type Context = { params: Promise<{ key: string }> }

/** The empty form of the procedure, for everybody. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { key } = await params
  const bytes = await printBlankForm(key)
  if (!bytes) return noDocument()
  return pdfResponse(bytes, `bieu-mau-${key}`, 'public, max-age=300')
}
