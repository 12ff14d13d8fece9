/** The same answer for what is not there, not yet clean, and not for this person. */
export function notFound(): Response {
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }
  return new Response('Không tìm thấy tệp.\n', { status: 404, headers })
}
