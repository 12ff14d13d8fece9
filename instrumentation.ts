import type { Instrumentation } from 'next'

/** Called by Next once, when the server process starts. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || process.env.NODE_ENV !== 'production') return
  const { sendConsoleToLog } = await import('@/lib/server/console-to-log')
  const { metrics } = await import('@/lib/server/metrics')
  sendConsoleToLog()
  metrics()
}

/** Called by Next for an error that no page and no action expected. */
export const onRequestError: Instrumentation.onRequestError = async (err, request, context) => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { log } = await import('@/lib/server/log')
  const requestId = request.headers['x-request-id']
  log.error({ err, requestId, route: context.routePath }, 'request failed')
}
