import type { NextRequest } from 'next/server'
import { requireOfficer } from '@/app/_server/office-actor'
import { today } from '@/app/_server/today'
import { renderRegister } from '@/lib/documents/register'
import type { RegisterData } from '@/lib/documents/register-data'
import { registerWorkbook } from '@/lib/documents/register-workbook'
import { readRegister } from '@/lib/dossiers/register/register-data'
import { clock } from '@/lib/server/business-clock'
import { askedPeriod } from '../asked-period'

type Context = { params: Promise<{ format: string }> }

const FORMATS = {
  pdf: {
    type: 'application/pdf',
    print: async (data: RegisterData) => (await renderRegister(data)).bytes,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    print: async (data: RegisterData) => registerWorkbook(data),
  },
} as const

/** The register of the officer's agency as a file (form 07). */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { format } = await params
  const actor = await requireOfficer('/office/register')
  if (format !== 'pdf' && format !== 'xlsx') return new Response(null, { status: 404 })
  const search = request.nextUrl.searchParams
  const period = askedPeriod({ from: search.get('from'), to: search.get('to') }, today())
  const register = await readRegister(actor, { ...period, at: clock.now() })
  if (!register.ok) {
    return new Response(null, { status: register.refusal.code === 'not-found' ? 404 : 400 })
  }
  const { type, print } = FORMATS[format]
  const name = `so-theo-doi-ho-so-${period.from}-${period.to}.${format}`
  return new Response(Buffer.from(await print(register.value)), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
