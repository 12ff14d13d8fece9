import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawSealImage } from '@/lib/documents/images/seal-image'
import { drawSignatureImage } from '@/lib/documents/images/signature-image'

const PEOPLE = ['Nguyễn Văn Mẫu', 'Đỗ Thị Hạnh', 'Trương Mỹ Linh', 'Trần Thu Hà', 'Bùi Thị Yến']

async function look(png: Uint8Array) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const cover = Array.from({ length: data.length / 4 }, (_, index) => data[index * 4 + 3] ?? 0)
  return { ...info, ink: [...data.subarray(0, 3)], covered: cover.filter(Boolean).length }
}

describe('sample images for visible signatures', () => {
  it('draws a signature in blue on nothing, in the proportions of its field', async () => {
    const { width, height, channels, ink, covered } = await look(
      await drawSignatureImage('Nguyễn Văn Mẫu'),
    )
    expect(channels).toBe(4)
    expect(width / height).toBeCloseTo(52 / 22, 1)
    expect(ink).toEqual([0x1d, 0x3f, 0x9f])
    expect(covered / (width * height)).toBeGreaterThan(0.01)
    expect(covered / (width * height)).toBeLessThan(0.2)
  })

  it('draws a seal in red, as wide as high', async () => {
    const { width, height, ink } = await look(await drawSealImage('Sở Y tế Hà Nội'))
    expect(width).toBe(height)
    expect(ink).toEqual([0xc8, 0x10, 0x2e])
  })

  it('gives each person one signature, always the same', async () => {
    const images = await Promise.all(PEOPLE.map(drawSignatureImage))
    const again = await Promise.all(PEOPLE.map(drawSignatureImage))
    const texts = images.map((png) => Buffer.from(png).toString('base64'))
    expect(new Set(texts).size).toBe(PEOPLE.length)
    expect(again.map((png) => Buffer.from(png).toString('base64'))).toEqual(texts)
  })

  it('takes the longest agency name', async () => {
    const name = 'Cục Khoa học công nghệ và Đào tạo – Bộ Y tế nước Cộng hòa'
    expect((await look(await drawSealImage(name))).covered).toBeGreaterThan(0)
  })
})
