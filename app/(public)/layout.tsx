import type { ReactNode } from 'react'
import { SiteShell } from '@/components/layout/site-shell'
import { getFrame } from '../_server/frame'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return <SiteShell {...(await getFrame())}>{children}</SiteShell>
}
