import { catalogs } from '@/components/messages/catalog'
import { getTranslator } from './translator'

type Known = keyof (typeof catalogs)['vi']['refusals']

/** The words for a refusal code, in the language of the request. A code without words is a bug. */
export async function refusalText(code: string): Promise<string> {
  const t = await getTranslator('refusals')
  if (!isKnown(code)) throw new Error(`no words for the refusal ${code}`)
  return t(code)
}

function isKnown(code: string): code is Known {
  return Object.hasOwn(catalogs.vi.refusals, code)
}
