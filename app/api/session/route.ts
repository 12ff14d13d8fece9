import { currentSignedIn } from '@/app/_server/current-actor'

/** A sign of life of an open page: keeps the session awake, or says that it has ended. */
export async function GET(): Promise<Response> {
  const signedIn = await currentSignedIn()
  return new Response(null, {
    status: signedIn ? 204 : 401,
    headers: { 'cache-control': 'no-store' },
  })
}
