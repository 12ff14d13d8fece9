import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { translatorFor } from '@/components/messages/translator'
import { CatalogueFacets } from '@/components/procedure/catalogue-facets'
import { FullRecord } from '@/components/procedure/full-record'
import { LegalBasisTable } from '@/components/procedure/legal-basis-table'
import { PartialReason } from '@/components/procedure/partial-reason'
import { PapersOfPortal, PapersToUpload } from '@/components/procedure/prepared-papers'
import { ProcedureFigures } from '@/components/procedure/procedure-figures'
import { requiredPapers } from '@/lib/procedures/required-papers'
import { shippedProcedures } from '@/tests/factories/shipped-procedures'

const shipped = shippedProcedures()
const catalogue = shipped.map(([, procedure]) => procedure)
const today = '2026-11-23'
const t = translatorFor('vi', 'procedures')
const view = (key: string) => {
  const procedure = new Map(shipped).get(key)
  if (!procedure) throw new Error(key)
  return { procedure, t, locale: 'vi' as const, today }
}

describe.each(shipped)('the page of %s', (key, procedure) => {
  it('has every part that Decree 63/2010 Art. 8.2 asks for', () => {
    const html = renderToStaticMarkup(<FullRecord {...view(key)} />)
    const parts = [...html.matchAll(/<dt[^>]*>([^<]+)<\/dt>/g)].map(([, part]) => part)
    expect(parts).toEqual(
      [
        t('recordName'),
        t('recordCode'),
        t('recordSequence'),
        t('recordWays'),
        t('recordPapers'),
        t('recordLimit'),
        t('recordApplicants'),
        t('recordAuthority'),
        t('recordForms'),
        t('recordFees'),
        t('recordResult'),
        t('recordConditions'),
        t('legal'),
      ].map((part) => part.replace('&', '&amp;')),
    )
  })

  it('says why it is not online from end to end, by which clause, exactly when it is not', () => {
    const html = renderToStaticMarkup(<PartialReason {...view(key)} />)
    expect(html === '').toBe(procedure.serviceLevel.scope === 'full')
    if (html !== '') expect(html).toContain('Điều 14, Nghị định 224/2026/NĐ-CP')
  })

  it('shows each paper of a preparation once, with what the officer will look at', () => {
    const papers = requiredPapers(procedure, {}, { today, holding: [] })
    const html = renderToStaticMarkup(
      <>
        <PapersToUpload {...{ procedure, papers, locale: 'vi' }} />
        <PapersOfPortal papers={papers} locale="vi" />
      </>,
    )
    expect(html.match(/<li><span class="font-semibold">/g) ?? []).toHaveLength(papers.length)
    for (const { paper, demand } of papers)
      if (paper.source === 'upload' && demand === 'required')
        expect(html).toContain(paper.lookFor[0]?.vi.split(/["&<>']/)[0])
  })
})

describe('the figures of a procedure', () => {
  const all = { received: 1200, solved: 1000, solvedInTime: 974 }
  const show = (own: typeof all | undefined) =>
    renderToStaticMarkup(<ProcedureFigures {...{ own, all, until: today, locale: 'vi' }} />)

  it('are not there while nothing was received', () => {
    expect(show(undefined)).toBe('')
  })

  it('stand beside those of the whole portal', () => {
    const html = show({ received: 8, solved: 4, solvedInTime: 3 })
    expect(html).toContain('75\u00a0%')
    expect(html).toContain('97,4\u00a0%')
  })

  it('have no share of nothing', () => {
    expect(show({ received: 3, solved: 0, solvedInTime: 0 })).not.toContain('>0\u00a0%')
  })
})

it('a text leads to the texts that its title names', () => {
  const html = renderToStaticMarkup(<LegalBasisTable {...view('device-trade-declare')} />)
  expect(html).toContain('id="law-98-2021-nd-cp"')
  expect(html).toContain('href="#law-98-2021-nd-cp"')
})

it('a list can be narrowed by names that people know, each with its count', () => {
  const html = renderToStaticMarkup(
    <CatalogueFacets {...{ procedures: catalogue, catalogue, filter: {}, t, locale: 'vi' }} />,
  )
  for (const option of [
    'Khám bệnh, chữa bệnh (',
    'Hộ kinh doanh (',
    'DVCTT một phần (3)',
    'Sở Y tế (tỉnh, thành phố) (',
    'Cục An toàn thực phẩm, Bộ Y tế (1)',
  ])
    expect(html).toContain(`>${option}`)
})
