import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { beginsAgain } from './again'
import {
  download,
  fillsAndFiles,
  findsTheProcedure,
  follows,
  looksAtTheirOwn,
  pays,
} from './applicant'
import {
  caseOfficerAppraises,
  clerkSeals,
  deskAccepts,
  headAssigns,
  headReviews,
  leaderSigns,
} from './office'
import { enter, look, type Scene } from './scene'

const run = promisify(execFile)

export type Played = { dossierId: string; slip: string; licence: string }

/**
 * The product's main job in a real browser: a clinic owner applies and pays, every desk does its part,
 * and the owner holds a licence with two signatures that anybody can verify; both papers stay in `artifacts`.
 */
export async function playJourney(scene: Scene, artifacts: string): Promise<Played> {
  mkdirSync(artifacts, { recursive: true })
  const { page: visitor, context } = await enter(scene, 'Đặng Quốc Việt', {
    acting: 'Nha khoa An Bình',
  })
  await step(scene, 'finds the procedure', () => findsTheProcedure(scene, visitor))
  await step(scene, 'fills the form and files', () => fillsAndFiles(scene, visitor))
  const dossierId = await step(scene, 'pays', () => pays(scene, visitor))
  const about = { scene, dossierId }
  await step(scene, 'the desk accepts', () => deskAccepts(about))
  await step(scene, 'the head assigns', () => headAssigns(about))
  await step(scene, 'the case officer appraises', () => caseOfficerAppraises(about))
  await step(scene, 'the head reviews', () => headReviews(about))
  await visitor.goto(`${scene.origin}/my/dossiers/${dossierId}`)
  await step(scene, 'the owner follows', () => follows(scene, visitor, 'dossier-in-progress'))
  await step(scene, 'the leader signs', () => leaderSigns(about))
  await step(scene, 'the clerk seals', () => clerkSeals(about))
  const slip = join(artifacts, 'receipt-slip.pdf')
  const licence = join(artifacts, 'licence.pdf')
  await visitor.goto(`${scene.origin}/my/dossiers/${dossierId}`)
  await step(scene, 'the owner takes the papers', async () => {
    await follows(scene, visitor, 'dossier-issued')
    await download(visitor, 'Tải PDF', slip)
    await download(visitor, 'Nhận kết quả', licence)
  })
  await step(scene, 'the owner looks at their own', () => looksAtTheirOwn(scene, visitor))
  await step(scene, 'the owner begins again from it', () => beginsAgain(scene, visitor))
  await step(scene, 'anybody verifies', () => verifies(scene, { visitor, licence }))
  await context.close()
  return { dossierId, slip, licence }
}

async function step<Value>(scene: Scene, name: string, work: () => Promise<Value>): Promise<Value> {
  const begin = Date.now()
  try {
    return await work()
  } finally {
    scene.report(`${name}: ${((Date.now() - begin) / 1000).toFixed(1)} s`)
  }
}

type Verifying = { visitor: Awaited<ReturnType<typeof enter>>['page']; licence: string }

/** The public page takes the file; an independent tool calls both signatures valid. */
async function verifies(scene: Scene, { visitor, licence }: Verifying): Promise<void> {
  await visitor.goto(`${scene.origin}/verify`)
  await visitor.locator('input[type=file]').setInputFiles(licence)
  await visitor.getByRole('button', { name: 'Kiểm tra tệp' }).click()
  await visitor.getByText('Giấy tờ thật, còn nguyên vẹn').waitFor()
  await look(scene, visitor, 'verified')
  const { stdout } = await run('pdfsig', ['-nocert', licence])
  writeFileSync(join(dirname(licence), 'pdfsig.txt'), stdout)
  const valid = stdout.match(/Signature is Valid/g)?.length ?? 0
  if (valid !== 2) throw new Error(`pdfsig calls ${valid} signatures valid, not 2:\n${stdout}`)
}
