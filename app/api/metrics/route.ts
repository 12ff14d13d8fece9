import { isIP } from 'node:net'
import { readOperations } from '@/lib/administration/readiness'
import { metrics } from '@/lib/server/metrics'

// The machine itself and private networks (RFC 1918, RFC 4193).
const INSIDE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/

/** Figures for Prometheus; to anyone who comes from outside through a proxy there is no such page. */
export async function GET(request: Request): Promise<Response> {
  if (!comesFromInside(request.headers)) return new Response(null, { status: 404 })
  const { registry, ...gauges } = metrics()
  const operations = await readOperations().catch(() => undefined)
  gauges.worker.set(operations?.workerSilentSeconds ?? Number.NaN)
  for (const gauge of [gauges.jobsWaiting, gauges.jobsFailed, gauges.oldestJob]) gauge.reset()
  for (const { kind, waiting, failed, oldestSeconds } of operations?.queue ?? []) {
    gauges.jobsWaiting.set({ kind }, waiting)
    gauges.jobsFailed.set({ kind }, failed)
    gauges.oldestJob.set({ kind }, oldestSeconds)
  }
  return new Response(await registry.metrics(), {
    headers: { 'Content-Type': registry.contentType },
  })
}

/** Next puts the peer's address into the header when no proxy did, and a proxy adds its client's. */
function comesFromInside(headers: Headers): boolean {
  const addresses = (headers.get('x-forwarded-for') ?? '').split(',')
  return addresses
    .map((address) => address.trim().replace(/^::ffff:/, ''))
    .every((address) => address === '' || (isIP(address) > 0 && INSIDE.test(address)))
}
