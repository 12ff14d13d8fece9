'use client'

import { BrokenPage, type BrokenPageProps } from '@/components/layout/broken-page'
import './globals.css'

/** Stands in when even the root layout failed, so it brings its own document. */
export default function GlobalErrorPage(props: BrokenPageProps) {
  return (
    <html lang="vi">
      <body>
        <BrokenPage {...props} />
      </body>
    </html>
  )
}
