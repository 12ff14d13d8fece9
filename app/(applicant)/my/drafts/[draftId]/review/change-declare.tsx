import { ClientMessages } from '@/app/_server/client-messages'
import type { OwnDraft } from '@/app/_server/own-draft'
import { getTranslator } from '@/app/_server/translator'
import { sendChange } from './change-actions'
import { ChangeForm } from './change-form'
import type { ShownDoubts } from './doubts-tick'

type Props = { own: OwnDraft; blocked: boolean; doubts: ShownDoubts }

/** A draft that changes a dossier under way: what sending it means, and the button. */
export async function ChangeDeclare({ own, blocked, doubts }: Props) {
  const t = await getTranslator('supplement')
  return (
    <section className="mt-10 max-w-4xl print:hidden" aria-labelledby="send-change">
      <h2 id="send-change">{t('change.reviewTitle')}</h2>
      <p className="mt-3 max-w-read">{t('change.body')}</p>
      <p className="mt-2 max-w-read">{t('change.reviewBody')}</p>
      <div className="mt-6">
        <ClientMessages namespaces={['supplement', 'draft']}>
          <ChangeForm
            send={sendChange.bind(null, own.view.draft.id)}
            blocked={blocked}
            doubts={doubts}
          />
        </ClientMessages>
      </div>
    </section>
  )
}
