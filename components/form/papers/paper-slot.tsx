'use client'

import { useTranslations } from 'use-intl'
import { RefusedFiles, SendingFile } from '@/components/form/papers/moving-files'
import { acceptOf, type Slot, slotFormId } from '@/components/form/papers/slot'
import { SlotFiles } from '@/components/form/papers/slot-files'
import { useUploads } from '@/components/form/papers/use-uploads'
import { Button } from '@/components/ui/button'
import { FileDrop } from '@/components/ui/file-drop'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'

/**
 * The place for one paper: what is asked, what the officer looks at, the files, and the box for
 * more. Without a script the box sends a form of its own and comes back to this page.
 */
export function PaperSlot({ slot }: { slot: Slot }) {
  const t = useTranslations('form')
  const uploads = useUploads(slot)
  const { news } = uploads
  const headingId = `papers-${slot.key}`
  return (
    <section
      id={`paper-${slot.key}`}
      aria-labelledby={headingId}
      tabIndex={-1}
      className="max-w-form border-t border-line pt-5"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={headingId} className="text-lg">
          {slot.title}
        </h2>
        <Tag tone={slot.required ? 'info' : 'neutral'}>
          {slot.required ? t('papers.required') : t('papers.optional')}
        </Tag>
      </div>
      <About slot={slot} />
      <SlotFiles
        slot={slot}
        files={uploads.files}
        onRemove={uploads.remove}
        onTurn={uploads.turn}
      />
      {uploads.sending.map((sending) => (
        <SendingFile
          key={sending.id}
          slotKey={slot.key}
          sending={sending}
          onCancel={() => uploads.cancel(sending)}
          onRetry={() => uploads.retry(sending)}
        />
      ))}
      <RefusedFiles slot={slot} refused={uploads.refused} onDismiss={uploads.dismiss} />
      <p role="status" className="text-sm text-soft">
        {news && t(`papers.${news.kind}`, { name: news.name })}
      </p>
      {uploads.files.length < slot.maxFiles && (
        <>
          <AddFiles slot={slot} onFiles={uploads.add} />
          <FromStore slot={slot} />
        </>
      )}
    </section>
  )
}

/** What is on file already need not be sent again. */
function FromStore({ slot: { store, title } }: { slot: Slot }) {
  const t = useTranslations('form')
  if (!store) return null
  const { href, count } = store
  return (
    <p className="mt-3">
      <Link href={href} className="inline-block py-1">
        {count > 0 ? t('papers.storeFitting', { count: String(count) }) : t('papers.store')}
        <span className="sr-only">: {title}</span>
      </Link>
    </p>
  )
}

function About({ slot }: { slot: Slot }) {
  const t = useTranslations('form')
  return (
    <div className="mt-1 space-y-2 text-sm">
      {slot.legalName && <p className="text-soft">{slot.legalName}</p>}
      {slot.help && <p className="text-soft">{slot.help}</p>}
      <p>{t(`papers.kind.${slot.kind}`)}.</p>
      <div>
        <p className="font-semibold">{t('papers.lookFor')}</p>
        <ul className="list-disc pl-5">
          {slot.lookFor.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function AddFiles({ slot, onFiles }: { slot: Slot; onFiles: (files: File[]) => void }) {
  const t = useTranslations('form')
  const kinds = slot.accept.map((kind) => t(`papers.fileKind.${kind}`)).join(', ')
  const formId = slotFormId(slot.key)
  const limits = { kinds, size: String(slot.maxSizeMb), count: String(slot.maxFiles) }
  return (
    <div className="mt-4">
      <FileDrop
        id={`file-${slot.key}`}
        name="file"
        form={formId}
        multiple={slot.maxFiles > 1}
        accept={acceptOf(slot.accept)}
        label={
          <>
            {t('papers.choose')}
            <span className="sr-only">: {slot.title}</span>
          </>
        }
        hint={t('papers.limits', limits)}
        dropLabel={t('papers.drop')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <noscript>
        <Button form={formId} variant="secondary" className="mt-3">
          {t('papers.send')}
        </Button>
      </noscript>
    </div>
  )
}
