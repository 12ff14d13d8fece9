import { VerificationResult } from '@/components/dossier/verification-result'
import { formatDate } from '@/components/format'
import { Notice } from '@/components/ui/notice'
import { SearchBox } from '@/components/ui/search-box'
import { dayOf } from '@/lib/deadlines/day'
import { clock } from '@/lib/server/business-clock'
import { findLetter, type LetterFacts } from '@/lib/verification/find-letter'
import { findLicence } from '@/lib/verification/find-licence'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { getLocale, getTranslator } from '../../_server/translator'
import { findVerification } from '../../_server/verification-note'
import { tellOfLicence } from '../../_server/verification-view'
import { PublicPage, publicMetadata } from '../public-page'
import { FileCheck } from './file-check'

type Props = { searchParams: SearchParams }

export const generateMetadata = () => publicMetadata('verify')

export default async function VerifyPage({ searchParams }: Props) {
  const query = await readSearch('/verify', searchParams)
  const t = await getTranslator('verify')
  const code = query.get('code')?.trim().slice(0, 80)
  return (
    <PublicPage words="verify">
      {code && <OutcomeOfCode code={code} />}
      {!code && query.get('shown') === 'file' && <OutcomeOfFile />}
      <div className="grid gap-x-14 gap-y-10 md:grid-cols-2">
        <section aria-labelledby="by-code">
          <h2 id="by-code" className="mb-3">
            {t('byCode')}
          </h2>
          <SearchBox
            id="code"
            action="/verify"
            name="code"
            label={t('codeLabel')}
            hint={t('codeHint')}
            error={code === '' ? t('codeEmpty') : undefined}
            button={t('codeAction')}
            defaultValue={code}
          />
        </section>
        <section aria-labelledby="file">
          <h2 id="file" className="mb-3">
            {t('byFile')}
          </h2>
          <FileCheck problem={query.get('problem')} />
        </section>
      </div>
    </PublicPage>
  )
}

async function OutcomeOfCode({ code }: { code: string }) {
  const [t, locale] = [await getTranslator('verify'), await getLocale()]
  const at = clock.now()
  const letter = await findLetter(code)
  if (letter)
    return (
      <Outcome title={t('resultOfCode', { code })}>
        <LetterOutcome letter={letter} />
      </Outcome>
    )
  const outcome = tellOfLicence(await findLicence(code, dayOf(at)), { locale, at })
  return (
    <Outcome title={t('resultOfCode', { code })}>
      <VerificationResult {...outcome} source="code" locale={locale} />
    </Outcome>
  )
}

async function LetterOutcome({ letter }: { letter: LetterFacts }) {
  const [t, locale] = [await getTranslator('letters'), await getLocale()]
  const { kind, number, issuedOn, agency } = letter
  return (
    <Notice tone="ok" title={t('verified.title')} level={3} size="large">
      <p>
        {t('verified.facts', {
          letter: t('own.letter', { kind: t(`own.kinds.${kind}`), number }),
          agency: agency[locale],
          day: formatDate(issuedOn),
        })}
      </p>
      <p>{t('verified.file')}</p>
    </Notice>
  )
}

async function OutcomeOfFile() {
  const [t, locale] = [await getTranslator('verify'), await getLocale()]
  const outcome = await findVerification()
  return (
    <Outcome title={t('resultOfFile')}>
      {outcome ? (
        <VerificationResult {...outcome} source="file" locale={locale} />
      ) : (
        <Notice title={t('stale')} level={3} />
      )}
    </Outcome>
  )
}

function Outcome({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby="outcome" className="mb-12 max-w-3xl border-b border-line pb-8">
      <h2 id="outcome" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
