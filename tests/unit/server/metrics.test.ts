import { describe, expect, it } from 'vitest'
import { areaOf, metrics } from '@/lib/server/metrics'

describe('the metrics', () => {
  it.each([
    ['/', 'home'],
    ['/?lang=en', 'home'],
    ['/office/queue', 'office'],
    ['/verify?code=7K3M', 'verify'],
    ['/_next/static/chunk.js', 'static'],
    ['/001099000001', 'other'],
  ])('name the area of %s as %s, and no more of it', (url, area) => {
    expect(areaOf(url)).toBe(area)
  })

  it('are one registry with process and request figures', async () => {
    expect(metrics()).toBe(metrics())
    const text = await metrics().registry.metrics()
    expect(text).toContain('process_resident_memory_bytes')
    expect(text).toContain('http_request_duration_seconds')
  })
})
