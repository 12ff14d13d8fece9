import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

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

// A browser compiles a function when it is first called, on the thread that paints and answers taps. This
// line lets Chromium compile all of a script while it arrives, on another thread: on a telephone the start of
// a page then blocks for a third as long. Small scripts are not worth another thread.
// https://v8.dev/blog/explicit-compile-hints
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad\n'
const SMALL = 10_000

/** @param {{ distDir: string }} build */
async function compileAhead({ distDir }) {
  const chunks = join(distDir, 'static/chunks')
  for (const name of await readdir(chunks)) {
    if (!name.endsWith('.js')) continue
    const script = await readFile(join(chunks, name), 'utf8')
    if (script.length < SMALL || script.startsWith(COMPILE_AHEAD)) continue
    await writeFile(join(chunks, name), COMPILE_AHEAD + script)
  }
}

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  compiler: { runAfterProductionCompile: compileAhead },
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
