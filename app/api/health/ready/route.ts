import { checkReadiness } from '@/lib/administration/readiness'

/** The database answers and has every migration; for load balancers and the start of the demo. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness()
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
