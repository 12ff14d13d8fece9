/** A document made for this request, to be read in the browser; `name` is plain ASCII without its ending. */
export function pdfResponse(
  bytes: Uint8Array,
  name: string,
  caching = 'private, no-store',
): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'cache-control': caching,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  })
}

/** There is no such document, or it is not for whoever asks: nobody learns which. */
export function noDocument(): Response {
  return new Response(null, { status: 404 })
}
