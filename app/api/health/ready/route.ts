import { checkReadiness } from '@/lib/administration/readiness'

/**
 * The database answers and has every migration; for load balancers. With `?worker`, a worker must
 * live too; the start of a stack waits for that.
 */
export async function GET(request: Request): Promise<Response> {
  const readiness = await checkReadiness()
  const wantsWorker = new URL(request.url).searchParams.has('worker')
  const ready = readiness.ready && (!wantsWorker || readiness.worker === 'alive')
  return Response.json(readiness, {
    status: ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
