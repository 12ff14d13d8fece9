import { readUploadResult } from '@/app/api/uploads/upload-result'
import { FileDrop } from '@/components/ui/file-drop'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { TurnPlaceKey } from '@/lib/dossiers/inspections/turn-place'
import { mediaKinds } from '@/lib/files/media-kinds'
import type { FileKind } from '@/lib/procedures/shape/paper'
import { getTranslator } from './translator'

type Words = { label: string; hint: string; button: string }
type Props = {
  dossierId: string
  place: TurnPlaceKey
  kinds: readonly FileKind[]
  /** The page that the form comes back to. */
  back: string
  words: Words
  upload: string | undefined
}

/** A plain form that brings files to an inspection, and what became of the last ones. */
export async function TurnUpload({ dossierId, place, kinds, back, words, upload }: Props) {
  const [t, ui] = [await getTranslator('inspection'), await getTranslator('ui')]
  const result = await readUploadResult(upload)
  const mine = result?.slotKey === place ? result : undefined
  const names = mine?.refused.map(({ name }) => name).join(', ')
  const types = kinds.flatMap((kind) => [mediaKinds[kind].mediaType])
  return (
    <form
      id={place}
      action={`/api/uploads/dossiers/${dossierId}/${place}?back=${encodeURIComponent(back)}`}
      method="post"
      encType="multipart/form-data"
      className="space-y-3"
    >
      {mine && (
        <Notice
          title={t('upload.some', { count: String(mine.attached) })}
          tone={names ? 'warn' : 'ok'}
          level={3}
          role="status"
        >
          {names && <p>{t('upload.refused', { names })}</p>}
        </Notice>
      )}
      <FileDrop
        id={`${place}-files`}
        name="files"
        multiple
        required
        accept={types.join(',')}
        label={words.label}
        hint={words.hint}
        dropLabel={ui('dropFile')}
      />
      <SubmitButton variant="secondary" size="slim" pendingLabel={t('upload.sending')}>
        {words.button}
      </SubmitButton>
    </form>
  )
}
