import type { Translator } from '@/components/messages/translator'
import { Link } from '@/components/ui/link'
import { SearchBox } from '@/components/ui/search-box'

/** The two questions that need no account: how far is my dossier, is this licence real. */
export function HomeChecks({ t }: { t: Translator<'home'> }) {
  return (
    <div className="mt-12 grid gap-x-12 gap-y-10 border-t border-line pt-10 md:grid-cols-2">
      <section aria-labelledby="track-title">
        <h2 id="track-title" className="mb-3">
          {t('track')}
        </h2>
        <SearchBox
          id="reference"
          action="/track"
          name="code"
          label={t('trackLabel')}
          hint={t('trackHint')}
          button={t('trackAction')}
        />
      </section>
      <section aria-labelledby="verify-title">
        <h2 id="verify-title" className="mb-3">
          {t('verify')}
        </h2>
        <SearchBox
          id="licence"
          action="/verify"
          name="code"
          label={t('verifyLabel')}
          hint={t('verifyHint')}
          button={t('verifyAction')}
        />
        <p className="mt-2">
          <Link href="/verify#file" className="inline-block py-1">
            {t('verifyFile')}
          </Link>
        </p>
      </section>
    </div>
  )
}
