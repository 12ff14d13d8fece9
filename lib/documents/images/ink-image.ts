import sharp from 'sharp'

/** 240 dots per inch on paper. */
const DOTS_PER_MM = 240 / 25.4

/**
 * Turns a drawing into a PNG of one ink on a transparent ground: the colour is the same everywhere,
 * only the cover varies, which keeps the file small inside a signed document.
 */
export async function inkImage(
  svg: string,
  ink: { colour: string; widthMm: number },
): Promise<Uint8Array> {
  const width = Math.round(ink.widthMm * DOTS_PER_MM)
  const drawn = sharp(Buffer.from(svg), { density: 300 }).resize({ width }).ensureAlpha()
  const cover = await drawn.extractChannel('alpha').raw().toBuffer({ resolveWithObject: true })
  const { height } = cover.info
  const raw = { width: cover.info.width, height, channels: 1 } as const
  const ground = { width: raw.width, height, channels: 3, background: ink.colour } as const
  const png = sharp({ create: ground }).joinChannel(cover.data, { raw })
  return new Uint8Array(await png.png({ compressionLevel: 9 }).toBuffer())
}
