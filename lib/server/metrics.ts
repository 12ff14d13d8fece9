import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

// First words of our addresses; anything else a client asks for is 'other', so that labels stay few.
const AREAS = new Set(
  'admin api language login my office open-data procedures registry statistics track verify'.split(
    ' ',
  ),
)

type Exchange = { request: IncomingMessage; response: ServerResponse }
type Metrics = {
  registry: Registry
  jobsWaiting: Gauge
  jobsFailed: Gauge
  oldestJob: Gauge
  worker: Gauge
}

// One registry a process, although Next bundles each route apart.
const held = globalThis as typeof globalThis & { onedoorMetrics?: Metrics }

/** The metrics of this process; the first call starts counting. */
export function metrics(): Metrics {
  held.onedoorMetrics ??= createMetrics()
  return held.onedoorMetrics
}

/** The part of the product that an address belongs to, for a label; never the address itself. */
export function areaOf(url: string): string {
  const [, first = ''] = url.split(/[/?#]/)
  if (first === '') return 'home'
  if (first === '_next') return 'static'
  return AREAS.has(first) ? first : 'other'
}

function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  timeRequests(registry)
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  return {
    registry,
    jobsWaiting: gauge('onedoor_jobs_waiting', 'Jobs that could run now', ['kind']),
    jobsFailed: gauge('onedoor_jobs_failed', 'Jobs given up after their last attempt', ['kind']),
    oldestJob: gauge('onedoor_jobs_oldest_seconds', 'How long the oldest job has waited', ['kind']),
    worker: gauge('onedoor_worker_silent_seconds', 'Seconds since a worker was last seen'),
  }
}

function timeRequests(registry: Registry): void {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'area', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const begun = new WeakMap<IncomingMessage, { at: number; area: string }>()
  subscribe('http.server.request.start', (message) => {
    const { request } = message as Exchange
    // The address is read now: a server rewrites it while it looks for the route.
    begun.set(request, { at: performance.now(), area: areaOf(request.url ?? '') })
  })
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as Exchange
    const start = begun.get(request)
    if (!start) return
    const labels = {
      method: request.method ?? '',
      area: start.area,
      status: String(response.statusCode),
    }
    duration.observe(labels, (performance.now() - start.at) / 1000)
  })
}
