import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { saveAndLookAhead } from '@/app/_server/section-saving'
import { isFromOwnPage } from '@/app/api/uploads/same-origin'
import type { SaveRefusal } from '@/lib/drafts/save-section'
import { isId } from '@/lib/shared/ids'

type Context = { params: Promise<{ draftId: string; section: string }> }

/** A table of five hundred rows is well within this. */
const MOST_ENTRIES = 20_000
const MOST_CHARACTERS = 3_000_000

const MOST_PARTS = 200
const PART = /^[a-z][\w-]{0,99}(\.[a-z][\w-]{0,99})?$/
const parts = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string().regex(PART), value)
    .refine((record) => Object.keys(record).length <= MOST_PARTS)

const bodySchema = z.object({
  version: z.int(),
  page: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  bases: parts(z.int()).default({}),
  choices: parts(z.enum(['mine', 'theirs'])).default({}),
  entries: z.array(z.tuple([z.string().max(200), z.string().max(20_000)])).max(MOST_ENTRIES),
})

/** Saves a section while it is being written; the page sends the whole section each time. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return answer({ code: 'foreign-page' }, 403)
  const actor = await currentActor()
  if (!actor) return answer({ code: 'signed-out' }, 401)
  const { draftId, section: sectionKey } = await params
  if (!isId(draftId)) return answer({ code: 'not-found' }, 404)
  const body = bodySchema.safeParse(await readJson(request))
  if (!body.success) return answer({ code: 'unreadable' }, 400)
  const { version: expectedVersion, ...sent } = body.data
  const saving = { draftId, sectionKey, ...sent, expectedVersion }
  const saved = await saveAndLookAhead(actor, saving)
  if (!saved.ok) return answer(saved.refusal, STATUS[saved.refusal.code])
  const { version, parsed, next, clashes } = saved.value
  return answer({ version, problems: parsed.obstacles, next, clashes }, 200)
}

const STATUS = {
  'not-found': 404,
  'section-not-found': 404,
  'draft-submitted': 409,
} as const satisfies Record<SaveRefusal['code'], number>

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_CHARACTERS) return undefined
  const text = await request.text()
  if (text.length > MOST_CHARACTERS) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function answer(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
