import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { calendars } from '@/components/messages/vi/calendars'
import { CalendarForm } from '@/components/office/calendar-form'

it('stands filled with the calendar in force, and publishes only after a look', () => {
  const html = renderToStaticMarkup(
    <CalendarForm
      act={async (state) => state}
      whose="own-agency"
      first={{ morningFrom: '08:00', 'off-2027': '01/01/2027 Tết Dương lịch' }}
      years={[{ year: '2027', title: 'Năm 2027', hint: undefined }]}
      words={{ ...calendars }}
    />,
  )
  expect(html).toMatch(/name="morningFrom"[^>]*value="08:00"|value="08:00"[^>]*name="morningFrom"/)
  expect(html).toContain('01/01/2027 Tết Dương lịch</textarea>')
  expect(html).toContain('value="preview"')
  expect(html).not.toContain('value="publish"')
})
