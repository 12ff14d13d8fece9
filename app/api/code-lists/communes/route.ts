import { communeOptions } from '@/app/_server/communes'

/** The communes of one province as pairs of code and label, for the boxes of an address. */
export function GET(request: Request): Response {
  const province = new URL(request.url).searchParams.get('province') ?? ''
  const communes = communeOptions(province)
  if (!communes) return new Response(null, { status: 404 })
  const pairs = communes.map(({ value, label }) => [value, label])
  // Boundaries change by decision of the National Assembly, and then with a release of the portal.
  return Response.json(pairs, { headers: { 'cache-control': 'public, max-age=86400' } })
}
