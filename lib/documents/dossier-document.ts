import { Flow } from './layout/flow'
import { footReserve } from './layout/verification-foot'
import type { PreparedDocument } from './prepared-document'
import {
  closeDocument,
  type Density,
  setBlocks,
  setFoot,
  setOnFewestPages,
  setTitle,
} from './slip-drawing'
import type { SlipDossier } from './slip-parts'
import type { Block } from './wording'

/** What every slip and letter about a dossier is made from. */
export type DossierDocumentData = {
  heading: { parentAgency: string; agency: string; place: string }
  agencyName: string
  dossier: SlipDossier
  trackUrl: string
  demo: boolean
}

/** What it says. */
export type DossierDocumentForm = {
  /** '\n' parts its lines. */
  title: string
  subtitle?: string
  /** From 'Kính gửi' to the last line above the signatures, which is never a table. */
  blocks: readonly Block[]
  /** 'Mẫu số 02, Thông tư 03/2025/TT-VPCP. …' */
  notes: readonly string[]
}

/** How its kind is set. */
export type DossierDocumentSetting = {
  densities: readonly [Density, ...Density[]]
  indent: number
  setHeading: (flow: Flow) => void
  setSignatures: (flow: Flow) => void
  /** Points that the signatures take under the last line. */
  signaturesHeight: number
  preparedAt: string
}

/** Draws heading, title, body, signatures and foot on as few pages as the densities allow. */
export async function renderDossierDocument(
  data: DossierDocumentData,
  form: DossierDocumentForm,
  setting: DossierDocumentSetting,
): Promise<PreparedDocument> {
  const flow = await setOnFewestPages(
    (density) => setToSignatures(form, setting, density),
    setting.densities,
  )
  setFoot(flow, { ...data, notes: form.notes })
  const title = `${form.title} (${data.dossier.code})`
  const { agencyName, dossier } = data
  const about = { title, subject: dossier.procedure, agencyName, at: setting.preparedAt }
  return closeDocument(flow, about, data)
}

async function setToSignatures(
  form: DossierDocumentForm,
  { setHeading, setSignatures, signaturesHeight, indent }: DossierDocumentSetting,
  density: Density,
): Promise<Flow> {
  const flow = await Flow.open()
  setHeading(flow)
  setTitle(flow, form.title, form.subtitle)
  const reserve = signaturesHeight + footReserve(flow.bottom)
  setBlocks(flow, form.blocks, { ...density, indent, reserve })
  setSignatures(flow)
  return flow
}
