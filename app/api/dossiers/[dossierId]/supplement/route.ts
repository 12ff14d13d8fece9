import { z } from 'zod'
import { currentActor } from '@/app/_server/current-actor'
import { isFromOwnPage } from '@/app/api/uploads/same-origin'
import { clock } from '@/lib/server/business-clock'
import { type SaveAnswerRefusal, saveAnswer } from '@/lib/supplements/save-answer'

type Context = { params: Promise<{ dossierId: string }> }

const MOST_CHARACTERS = 3_000_000
const bodySchema = z.object({
  version: z.int(),
  entries: z.array(z.tuple([z.string().max(200), z.string().max(20_000)])).max(20_000),
})
const uuid = z.uuid()

/** Saves an answer to a request to supplement while it is written; a closed question is answered with 409. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return answer({ code: 'foreign-page' }, 403)
  const actor = await currentActor()
  if (!actor) return answer({ code: 'signed-out' }, 401)
  const { dossierId } = await params
  if (!uuid.safeParse(dossierId).success) return answer({ code: 'not-found' }, 404)
  const body = bodySchema.safeParse(await readJson(request))
  if (!body.success) return answer({ code: 'unreadable' }, 400)
  const { version: expectedVersion, entries } = body.data
  const saving = { dossierId, entries, expectedVersion, at: clock.now() }
  const saved = await saveAnswer(actor, saving)
  if (!saved.ok) return refusal(dossierId, saved.refusal)
  const { version, parsed } = saved.value
  const next = `/my/dossiers/${dossierId}/supplement/review`
  return answer({ version, problems: parsed.obstacles, next }, 200)
}

/** The form understands 409 as "sent meanwhile" by the dossier's id, and as "changed elsewhere" by a version. */
function refusal(dossierId: string, refused: SaveAnswerRefusal): Response {
  switch (refused.code) {
    case 'not-found':
      return answer(refused, 404)
    case 'no-open-supplement':
      return answer({ ...refused, dossierId }, 409)
    case 'closed-item':
    case 'changed-elsewhere':
      return answer(refused, 409)
  }
}

async function readJson(request: Request): Promise<unknown> {
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
