import type { ReactNode } from 'react'
import { getTranslator } from '../_server/translator'

type Props = { title: string; lead: string; children: ReactNode }

/** The narrow page that all steps of signing in share. */
export async function SignInPage({ title, lead, children }: Props) {
  const layout = await getTranslator('layout')
  return (
    <div className="wrap py-10">
      <div className="max-w-form">
        <p className="mb-2 text-sm text-soft">{layout('brand')}</p>
        <h1>{title}</h1>
        <p className="mt-3 max-w-read text-lg text-soft">{lead}</p>
        {children}
      </div>
    </div>
  )
}
