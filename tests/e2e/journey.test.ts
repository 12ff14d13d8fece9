import { expect, it } from 'vitest'
import { sceneForFile } from '@/tests/helpers/browser'
import { playJourney } from '@/tests/journey/play'

const scene = sceneForFile()

// One person after another, each page looked at twice: it takes a few minutes on a slow machine.
const PATIENCE = 10 * 60_000

it(
  'a clinic applies, pays, is appraised, and holds a licence that anybody can verify',
  async () => {
    const lines: string[] = []
    const report = (line: string) => void lines.push(line)
    try {
      const { dossierId } = await playJourney({ ...scene, report }, '.tmp/journey')
      expect(dossierId).toMatch(/^[0-9a-f-]{36}$/)
    } catch (error) {
      throw new Error(`after\n${lines.join('\n')}`, { cause: error })
    }
  },
  PATIENCE,
)
