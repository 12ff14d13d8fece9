'use client'

import { type MouseEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Slot, type SlotFile, slotFormId } from '@/components/form/papers/slot'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'

/** So many pages get pictures; more of them nobody looks through here. */
const PAINTED = 50

type Props = {
  slot: Slot
  file: SlotFile
  onTurn: (file: SlotFile, page: number) => Promise<void>
}

/** The pages as the officer will see them, each with a button that turns it upright. */
export function SlotPages({ slot, file, onTurn }: Props) {
  const t = useTranslations('form')
  const count = Math.min(file.pageCount ?? 0, PAINTED)
  if (file.state !== 'clean' || count === 0) return null
  const pages = Array.from({ length: count }, (_, index) => index + 1)
  return (
    <Details summary={t('papers.look', { name: file.name })}>
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {pages.map((page) => (
          <li key={page}>
            <a href={`/api/files/${file.id}/pages/${page}`} target="_blank" rel="noreferrer">
              {/* biome-ignore lint/performance/noImgElement: a picture behind the right to see the file */}
              <img
                src={`/api/files/${file.id}/pages/${page}`}
                alt={t('papers.pageAlt', { name: file.name, page: String(page) })}
                loading="lazy"
                className="h-48 w-full border border-line bg-paper object-contain"
              />
            </a>
            {/* A turned page is no longer what was signed. */}
            {file.origin?.kind !== 'licence' && (
              <TurnButton slot={slot} file={file} page={page} onTurn={onTurn} />
            )}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function TurnButton({ slot, file, page, onTurn }: Props & { page: number }) {
  const t = useTranslations('form')
  const [busy, setBusy] = useState(false)
  const turn = (event: MouseEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    void onTurn(file, page).finally(() => setBusy(false))
  }
  const query = new URLSearchParams({ page: String(page), back: slot.back })
  return (
    <Button
      form={slotFormId(slot.key)}
      formAction={`${slot.address}/files/${file.id}/turn?${query}`}
      variant="text"
      size="slim"
      aria-disabled={busy || undefined}
      onClick={turn}
    >
      {t('papers.turn')}
      <span className="sr-only">
        : {t('papers.pageAlt', { name: file.name, page: String(page) })}
      </span>
    </Button>
  )
}
