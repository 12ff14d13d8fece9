import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { GET } from '@/app/language/route'

function choose(query: string) {
  const response = GET(new NextRequest(`http://localhost:3000/language?${query}`))
  return {
    cookie: response.cookies.get('lang')?.value,
    to: response.headers.get('location'),
    status: response.status,
  }
}

describe('choosing a language', () => {
  it('keeps it and leads back to the page, with its question', () => {
    expect(choose('to=en&back=%2Fprocedures%3Fq%3Dmo%2Bphong%2Bkham')).toEqual({
      cookie: 'en',
      to: '/procedures?q=mo+phong+kham',
      status: 303,
    })
  })

  it('knows two languages; anything else is Vietnamese', () => {
    expect(choose('to=fr').cookie).toBe('vi')
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'procedures', ''])(
    'does not lead away to %s',
    (back) => {
      expect(choose(new URLSearchParams({ to: 'en', back }).toString()).to).toBe('/')
    },
  )
})
