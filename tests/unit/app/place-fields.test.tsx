import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PlaceFields } from '@/app/(applicant)/my/drafts/[draftId]/review/place-fields'
import { catalogs } from '@/components/messages/catalog'
import { ClientProvider } from '@/components/messages/client-provider'

const offer = {
  competent: 'Sở Y tế Thành phố Hà Nội',
  others: [{ value: 'syt-79', label: 'Sở Y tế Thành phố Hồ Chí Minh' }],
}

function shown(receivingAgencyId: string | null, supportPlace = ''): string {
  return renderToStaticMarkup(
    <ClientProvider locale="vi" messages={{ draft: catalogs.vi.draft }}>
      <PlaceFields offer={offer} chosen={{ receivingAgencyId, supportPlace }} />
    </ClientProvider>,
  )
}

describe('where to file', () => {
  it('is the agency that decides unless the applicant says otherwise', () => {
    const html = shown(null)
    expect(html).toContain('<option value="" selected="">Cơ quan giải quyết (Sở Y tế Thành phố Hà')
    expect(html).toContain('<option value="syt-79">Sở Y tế Thành phố Hồ Chí Minh</option>')
  })

  it('stays as it was chosen when the filing was refused', () => {
    const html = shown('syt-79', 'Ủy ban nhân dân phường Bến Thành')
    expect(html).toContain('<option value="syt-79" selected="">')
    expect(html).toContain('value="Ủy ban nhân dân phường Bến Thành"')
  })
})
