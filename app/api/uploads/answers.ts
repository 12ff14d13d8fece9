import type { AttachFileRefusal } from '@/lib/drafts/attach-paper'
import type { SlotRefusal } from '@/lib/drafts/paper-slot'
import type { TurnRefusal } from '@/lib/drafts/turn-paper-page'
import { mediaKinds } from '@/lib/files/media-kinds'

type Refusal =
  | { code: 'signed-out' }
  | { code: 'foreign-page' }
  | SlotRefusal
  | AttachFileRefusal
  | TurnRefusal

const statuses = {
  'signed-out': 401,
  'foreign-page': 403,
  'not-found': 404,
  'slot-not-found': 404,
  'already-submitted': 409,
  'closed-item': 409,
  'draft-closed': 409,
  'not-turnable': 409,
  'signed-pdf': 409,
  'too-many-files': 409,
  'quota-exceeded': 413,
  'too-large': 413,
  'too-slow': 408,
  incomplete: 400,
  empty: 422,
  'type-not-allowed': 415,
  'name-contradicts-content': 415,
  'two-formats': 415,
  'pdf-damaged': 422,
  'pdf-encrypted': 422,
  'pdf-active-content': 422,
  'image-damaged': 422,
  'image-too-large': 422,
  'spreadsheet-damaged': 422,
  'spreadsheet-macros': 422,
} as const satisfies Record<Refusal['code'], number>

const headers = { 'cache-control': 'no-store' }

export function answer(body: Record<string, unknown>, status: number): Response {
  return Response.json({ ok: true, ...body }, { status, headers })
}

/** `message` is a key of the messages; the fields of the refusal are its parameters. */
export function answerRefusal(refusal: Refusal): Response {
  const body = { ok: false, refusal: forMessage(refusal), message: `uploads.${refusal.code}` }
  return Response.json(body, { status: statuses[refusal.code], headers })
}

/** The refusal with what its message needs besides: the kinds of file written as people know them. */
export function forMessage(refusal: Refusal): Refusal & { kinds?: string } {
  if (refusal.code !== 'type-not-allowed') return refusal
  const kinds = refusal.accept.map((kind) => mediaKinds[kind].extensions[0].toUpperCase())
  return { ...refusal, kinds: kinds.join(', ') }
}

/** Back to the page a form came from; always by GET. */
export function goBack(location: string, cookie?: string): Response {
  const answered = new Headers({ location, ...headers })
  if (cookie) answered.set('set-cookie', cookie)
  return new Response(null, { status: 303, headers: answered })
}
