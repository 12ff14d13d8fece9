'use client'

import { type MouseEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormTools } from '@/components/form/form-tools'
import { type Slot, type SlotFile, slotFormId } from '@/components/form/papers/slot'
import { SlotPages } from '@/components/form/papers/slot-pages'
import { formatFileSize } from '@/components/format'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'

type Props = {
  slot: Slot
  files: readonly SlotFile[]
  onRemove: (file: SlotFile) => Promise<void>
  onTurn: (file: SlotFile, page: number) => Promise<void>
}

/** The files that are in a slot, with how far their checks are. */
export function SlotFiles({ slot, files, onRemove, onTurn }: Props) {
  const t = useTranslations('form')
  if (files.length === 0) return <p className="mt-3 text-soft">{t('papers.none')}</p>
  return (
    <ul aria-label={t('papers.files')} className="mt-3 border-b border-hairline">
      {files.map((file) => (
        <li key={file.id} className="border-t border-hairline py-2.5">
          <div className="flex items-start gap-3">
            <Thumbnail file={file} />
            <FileWords file={file} />
            <RemoveButton slot={slot} file={file} onRemove={onRemove} />
          </div>
          <SlotPages slot={slot} file={file} onTurn={onTurn} />
        </li>
      ))}
    </ul>
  )
}

/** The first page, once it has been checked and painted. */
function Thumbnail({ file }: { file: SlotFile }) {
  if (file.state !== 'clean' || !file.pageCount) return <Icon name="file" className="mt-1 size-6" />
  return (
    // biome-ignore lint/performance/noImgElement: a small picture behind the right to see the file
    <img
      src={`/api/files/${file.id}/pages/1`}
      alt=""
      loading="lazy"
      width={48}
      height={64}
      className="h-16 w-12 shrink-0 border border-line object-cover object-top"
    />
  )
}

function FileWords({ file }: { file: SlotFile }) {
  const t = useTranslations('form')
  const { locale } = useFormTools().payload
  const { name, size, pageCount } = file
  return (
    <div className="min-w-0 flex-1">
      {file.state === 'clean' ? (
        <a href={`/api/files/${file.id}`} className="break-words" download>
          {name}
        </a>
      ) : (
        <span className="break-words">{name}</span>
      )}
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
        <span>{formatFileSize(size, locale)}</span>
        {pageCount ? <span>· {t('papers.pages', { count: pageCount })}</span> : null}
        <FileOrigin file={file} />
        <FileState file={file} />
      </p>
    </div>
  )
}

/** A paper that was on file before says from where. */
function FileOrigin({ file: { origin } }: { file: SlotFile }) {
  const t = useTranslations('form')
  if (origin?.kind === 'dossier')
    return <span>· {t('papers.origin.dossier', { reference: origin.reference })}</span>
  if (origin?.kind === 'licence')
    return <span>· {t('papers.origin.licence', { number: origin.number })}</span>
  return null
}

function FileState({ file }: { file: SlotFile }) {
  const t = useTranslations('uploads')
  switch (file.state) {
    case 'received':
      return <span>· {t('checking')}</span>
    case 'clean':
      return <Tag tone="ok">{t('clean')}</Tag>
    case 'rejected':
      return (
        <span role="alert" className="block w-full font-semibold text-danger">
          {uploadWords(t, { code: file.rejectedReason ?? 'virus', name: file.name })}
        </span>
      )
  }
}

function RemoveButton({
  slot,
  file,
  onRemove,
}: Omit<Props, 'files' | 'onTurn'> & { file: SlotFile }) {
  const t = useTranslations('form')
  const [busy, setBusy] = useState(false)
  const remove = (event: MouseEvent) => {
    event.preventDefault()
    setBusy(true)
    void onRemove(file).finally(() => setBusy(false))
  }
  return (
    <Button
      form={slotFormId(slot.key)}
      formAction={`${slot.address}/files/${file.id}?back=${encodeURIComponent(slot.back)}`}
      variant="text"
      size="slim"
      className="-mr-3 shrink-0"
      aria-disabled={busy || undefined}
      onClick={remove}
    >
      {busy ? t('papers.removing') : t('papers.remove')}
      <span className="sr-only"> {file.name}</span>
    </Button>
  )
}

type SayUpload = (key: never, params?: never) => string

/** Why a file was not taken, in words; a reason without words of its own is said in general. */
export function uploadWords(t: SayUpload, refusal: { code: string; [param: string]: unknown }) {
  const written = Object.entries(refusal).filter(([, value]) => typeof value !== 'object')
  // The server gives each code the parameters that its sentence takes.
  return t(refusal.code as never, Object.fromEntries(written) as never)
}
