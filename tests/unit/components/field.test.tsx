import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateInput } from '@/components/ui/date-input'
import { FileDrop } from '@/components/ui/file-drop'
import { MoneyInput } from '@/components/ui/money-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'

const words = {
  id: 'place',
  name: 'place',
  label: 'Địa điểm',
  hint: 'Như trên giấy đăng ký',
  error: 'Nhập địa điểm',
}
const options = [
  { value: 'a', label: 'Một' },
  { value: 'b', label: 'Hai' },
]

const controls = {
  'text input': <TextInput {...words} note="Lấy từ định danh điện tử" />,
  textarea: <Textarea {...words} />,
  select: <Select {...words} options={options} />,
  'date input': <DateInput {...words} />,
  'money input': <MoneyInput {...words} locale="vi" />,
  'file drop': <FileDrop {...words} dropLabel="Hoặc thả vào đây" />,
}

describe.each(Object.entries(controls))('%s', (_name, control) => {
  const html = renderToStaticMarkup(control)

  it('names its label, hint and error to screen readers', () => {
    expect(html).toContain('<label for="place"')
    expect(html).toMatch(/aria-describedby="place-hint place-error/)
    expect(html).toContain('aria-invalid="true"')
  })

  it('puts the error before the box', () => {
    const box = html.search(/<(input|textarea|select)/)
    expect(html.indexOf('Nhập địa điểm')).toBeLessThan(box)
  })

  it('carries no style attribute, which the content policy forbids', () => {
    expect(html).not.toContain('style=')
  })
})

describe('groups of choices', () => {
  it('gives the first radio the id that an error summary leads to', () => {
    const html = renderToStaticMarkup(<RadioGroup {...words} options={options} defaultValue="b" />)
    expect(html).toMatch(/<fieldset aria-describedby="place-hint place-error">/)
    expect(html).toMatch(/<input[^>]*type="radio"[^>]*id="place"[^>]*value="a"/)
    expect(html).toMatch(/<input(?=[^>]*value="b")(?=[^>]*checked)/)
  })

  it('sends several choices under one name', () => {
    const html = renderToStaticMarkup(
      <CheckboxGroup {...words} options={options} defaultValues={['a', 'b']} />,
    )
    expect(html.match(/name="place"/g)).toHaveLength(2)
    expect(html.match(/checked=""/g)).toHaveLength(2)
  })

  it('ties the error of a single tick box to it', () => {
    const html = renderToStaticMarkup(<Checkbox {...words} />)
    expect(html).toContain('aria-describedby="place-error place-hint"')
  })
})

describe('values read back', () => {
  it('repeats an amount with its thousands apart', () => {
    const html = renderToStaticMarkup(<MoneyInput {...words} locale="vi" defaultValue="4300000" />)
    expect(html).toContain('4.300.000\u00a0đ</output>')
  })

  it('repeats a day in words', () => {
    const html = renderToStaticMarkup(<DateInput {...words} defaultValue="1984-03-12" />)
    expect(html).toContain('12 tháng 3, 1984</output>')
  })
})
