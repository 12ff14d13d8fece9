'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 3000

/** Looks again every few seconds for a while; the page changes by itself when there is news. */
export function RefreshUntil({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    const end = Date.now() + seconds * 1000
    const timer = setInterval(() => {
      if (Date.now() > end) clearInterval(timer)
      else router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [router, seconds])
  return null
}
