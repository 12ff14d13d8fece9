import { dayOf } from '@/lib/deadlines/day'
import type { Procedure } from '@/lib/procedures/procedure'
import { drawAnnexes, drawSection, statementsHeight } from './form/draw-items'
import type { FormFilling, OfficialFormData } from './form/form-data'
import type { FormSection } from './form/form-parts'
import { formParts, mainFormRef } from './form/form-sections'
import { NOTE_SIZE, note, paragraph, plain, SIZE, strong } from './form/form-type'
import { onPaper } from './form/paper-characters'
import { finishDocument } from './layout/finish'
import { Flow } from './layout/flow'
import { setNationalHeading } from './layout/heading'
import { setParagraph } from './layout/paragraph'
import { placeSignatureBlock, signatureBlockHeight } from './layout/signature-block'
import type { PreparedDocument } from './prepared-document'
import { longDate, longMoment } from './vietnamese-dates'

const SIGNATURE_GAP = 8

/** The papers of the dossier that this form is: 'Đơn đề nghị …', and what else it holds. */
function formNames({ papers, name }: Procedure): [string, ...string[]] {
  const [first, ...others] = papers.filter(({ source }) => source === 'eform')
  return [first?.name.vi ?? name.vi, ...others.map((paper) => paper.name.vi)]
}

/** Whether somebody has compared the number of the form with the law it is taken from. */
function isFormConfirmed({ papers }: Procedure): boolean {
  const confidence = papers.find(({ source }) => source === 'eform')?.confidence ?? ''
  return confidence.startsWith('verified')
}

function setHead(flow: Flow, { procedure }: { procedure: Procedure }): void {
  const formRef = mainFormRef(procedure.sections)
  const doubt = isFormConfirmed(procedure) ? '' : ' (số hiệu biểu mẫu cần xác nhận)'
  if (formRef) {
    const runs = [note(`${formRef}${doubt}`)]
    setParagraph(flow, paragraph(runs, { align: 'centre', after: 6 }))
  }
  setNationalHeading(flow)
  const [title, ...others] = formNames(procedure)
  flow.top += 12
  setParagraph(flow, {
    runs: [{ text: title.toLocaleUpperCase('vi'), face: 'bold', size: 14 }],
    align: 'centre',
    leading: 1.3,
    role: 'H1',
  })
  const code = procedure.nationalCode.value
  const about = `Thủ tục: ${procedure.name.vi}${code ? ` (mã ${code})` : ''}`
  setParagraph(flow, paragraph([note(about)], { align: 'centre', after: 2 }))
  if (others.length > 0) {
    const held = `Gồm cả: ${others.join('; ')}`
    setParagraph(flow, paragraph([note(held)], { align: 'centre', after: 2 }))
  }
}

/** What this copy is: nobody may take a draft for a filed declaration. */
function standingLine(filling: FormFilling): string {
  switch (filling.kind) {
    case 'blank':
      return ''
    case 'draft':
      return `Bản nháp – chưa nộp. In lúc ${longMoment(filling.printedAt)}.`
    case 'filed': {
      const { reference, submittedAt, declaredAt, printedAt } = filling
      const later = declaredAt.getTime() - submittedAt.getTime() > 60_000
      const changed = later ? ` Nội dung khai cập nhật lúc ${longMoment(declaredAt)}.` : ''
      return (
        `Bản in từ tờ khai điện tử. Mã hồ sơ ${reference}, nộp lúc ${longMoment(submittedAt)}.` +
        `${changed} In lúc ${longMoment(printedAt)}.`
      )
    }
  }
}

function setStanding(flow: Flow, filling: FormFilling): void {
  const text = standingLine(filling)
  if (!text) return
  flow.top += 6
  const face = filling.kind === 'draft' ? 'bold' : 'regular'
  const runs = [{ text, face, size: NOTE_SIZE } as const]
  setParagraph(flow, paragraph(runs, { align: 'centre' }))
}

function setAddressee(flow: Flow, { rules, filling }: OfficialFormData): void {
  flow.top += 8
  const named = filling.kind === 'blank' ? '' : filling.agencyName
  const agency = named || anyAgency(rules.procedure)
  setParagraph(
    flow,
    paragraph([plain('Kính gửi: '), strong(agency)], { align: 'centre', after: 4 }),
  )
  if (filling.kind !== 'blank') return
  const hint = '(*) Nội dung bắt buộc. Đánh dấu × vào ô □ được chọn.'
  setParagraph(flow, paragraph([note(hint)], { align: 'centre' }))
}

/** The agency before anybody has said where: 'Sở Y tế (…), tỉnh, thành phố …………'. */
function anyAgency({ authority }: Procedure): string {
  const place = authority.agencyKey.includes('{province}') ? ', tỉnh, thành phố …………………………' : ''
  return `${authority.name.vi}${place}`
}

function signature(filling: FormFilling) {
  const note = {
    blank: '(Ký, ghi rõ họ tên; đóng dấu nếu là tổ chức)',
    draft: '(Chưa nộp)',
    filed: '(Đã xác nhận và nộp trực tuyến)',
  }[filling.kind]
  return {
    capacityLines: ['NGƯỜI KHAI'],
    note,
    dateLine: dateLine(filling),
    signerName: filling.kind === 'blank' ? '' : onPaper(filling.signerName),
    size: SIZE,
    signingRoom: filling.kind === 'blank' ? 24 : 6,
  }
}

/** Place and date over the signature; what was filed has the day of its filing. */
function dateLine(filling: FormFilling): string {
  if (filling.kind !== 'filed') return '…………………, ngày …… tháng …… năm ………'
  const date = longDate(dayOf(filling.declaredAt))
  return `${date.charAt(0).toLocaleUpperCase('vi')}${date.slice(1)}`
}

function signatureHeight(filling: FormFilling): number {
  return SIGNATURE_GAP + signatureBlockHeight(signature(filling))
}

/** The sections in order; the last one, in which people commit themselves, keeps the signature on its page. */
function drawSections(flow: Flow, sections: readonly FormSection[], reserve: number): void {
  sections.forEach((section, index) => {
    if (index === sections.length - 1) {
      flow.keepRoom(statementsHeight(section, flow.sheet.text.width) + reserve)
    }
    drawSection(flow, section, index + 1)
  })
}

function setSignature(flow: Flow, filling: FormFilling): void {
  flow.keepRoom(signatureHeight(filling))
  flow.top += SIGNATURE_GAP
  const { end } = placeSignatureBlock(flow, signature(filling))
  flow.top = end
}

/** What the lower margin of each page says. */
function footLine({ rules, filling }: OfficialFormData): string {
  if (filling.kind === 'blank') return `Biểu mẫu trống: ${rules.procedure.shortName.vi}`
  if (filling.kind === 'draft') return 'Bản nháp – chưa nộp'
  return `Bản in từ tờ khai điện tử, mã hồ sơ ${filling.reference}`
}

/** The moment the document speaks of; a blank form is as old as its rule, so that it is always the same. */
function createdAt({ rules, filling }: OfficialFormData): Date {
  if (filling.kind !== 'blank') return filling.printedAt
  return new Date(`${rules.procedure.effective.from}T00:00:00Z`)
}

/**
 * Renders the official form of a procedure, blank to be filled in by hand, or filled with what a draft or
 * a dossier declares. Form, questions, choices and conditions come from the definition that drives the web
 * form. Nothing in it is to be signed electronically. Tables with many columns stand in annexes on their
 * side. Characters without a glyph in answers are printed as their Unicode number.
 */
export async function renderOfficialForm(data: OfficialFormData): Promise<PreparedDocument> {
  const { rules, filling, demo } = data
  const { procedure } = rules
  const { sections, annexes } = formParts(data)
  const flow = await Flow.open()
  setHead(flow, rules)
  setStanding(flow, filling)
  setAddressee(flow, data)
  drawSections(flow, sections, signatureHeight(filling))
  setSignature(flow, filling)
  drawAnnexes(flow, annexes)
  const [title] = formNames(procedure)
  const bytes = await finishDocument(flow, {
    title: filling.kind === 'filed' ? `${title} (${filling.reference})` : title,
    subject: procedure.name.vi,
    author: filling.kind === 'blank' ? procedure.authority.name.vi : onPaper(filling.signerName),
    createdAt: createdAt(data),
    demo,
    foot: footLine(data),
    source: { procedure: procedure.key, filling },
  })
  return { bytes }
}
