// Every answer carries these, also those that proxy.ts does not see (files, uploads, payment notices).
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), geolocation=(), microphone=(), payment=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
]

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` types everything, tests included; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native code and files beside the code: loaded from node_modules at run time, not bundled.
  serverExternalPackages: [
    'rate-limiter-flexible',
    'drizzle-orm',
    'sharp',
    '@hyzyla/pdfium',
    'postgres',
    'pino',
    'prom-client',
  ],
  headers: async () => [{ source: '/:path*', headers }],
}
