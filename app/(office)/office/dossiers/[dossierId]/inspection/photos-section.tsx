import { getTranslator } from '@/app/_server/translator'
import { TurnUpload } from '@/app/_server/turn-files'
import { Button } from '@/components/ui/button'
import { TURN_RULES } from '@/lib/dossiers/inspections/turn-place'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'
import { removeFileAction } from './inspection-actions'

type Props = { view: InspectionView; upload: string | undefined }

/** Photos of the site: shown as page images of our own, never as the files that came. */
export async function PhotosSection({ view, upload }: Props) {
  const t = await getTranslator('inspection')
  const { id: dossierId } = view.dossier
  return (
    <section aria-labelledby="photos-title" className="mt-6">
      <h2 id="photos-title" className="text-base">
        {t('photos.title', { count: String(view.photos.length) })}
      </h2>
      {view.photos.length === 0 && <p className="text-sm text-soft">{t('photos.none')}</p>}
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {view.photos.map((photo) => (
          <li key={photo.id} className="text-xs break-words">
            {photo.pageCount ? (
              // biome-ignore lint/performance/noImgElement: a private page image must not pass through a public image cache
              <img
                src={`/api/files/${photo.id}/pages/1`}
                alt={t('photos.alt', { name: photo.name })}
                className="mb-1 h-auto w-full border border-line"
              />
            ) : (
              <span className="block text-soft">
                {t(photo.state === 'rejected' ? 'photos.rejected' : 'photos.waiting')}
              </span>
            )}
            {photo.name}
            {view.may.plan && (
              <form action={removeFileAction}>
                <input type="hidden" name="dossierId" value={dossierId} />
                <input type="hidden" name="place" value="photos" />
                <input type="hidden" name="fileId" value={photo.id} />
                <Button variant="secondary" size="slim">
                  {t('photos.remove', { name: photo.name })}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {view.may.plan && (
        <div className="mt-3">
          <TurnUpload
            dossierId={dossierId}
            place="photos"
            kinds={TURN_RULES.photos.accept}
            back={`/office/dossiers/${dossierId}/inspection`}
            words={{
              label: t('photos.label'),
              hint: t('photos.hint'),
              button: t('photos.button'),
            }}
            upload={upload}
          />
        </div>
      )}
    </section>
  )
}
