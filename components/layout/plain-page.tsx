import type { ReactNode } from 'react'

/** A page of plain reading: headed pieces of text, no wider than one reads with ease. */
export function PlainSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8 max-w-read">
      <h2 className="mb-2">{title}</h2>
      {children}
    </section>
  )
}
