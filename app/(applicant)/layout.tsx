import type { ReactNode } from 'react'
import { SiteShell } from '@/components/layout/site-shell'
import { getFrame } from '../_server/frame'
import { getViewer } from '../_server/viewer'

export default async function ApplicantLayout({ children }: { children: ReactNode }) {
  return (
    <SiteShell {...(await getFrame())} viewer={await getViewer()}>
      {children}
    </SiteShell>
  )
}
