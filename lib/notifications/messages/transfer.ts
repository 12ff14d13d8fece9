import { z } from 'zod'
import { codeOf, message, youOf } from './message'

const params = { otherVi: z.string(), otherEn: z.string() }

/** The dossier goes to the competent agency, which has not confirmed yet. */
export const transferOffered = message({
  params,
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đang được chuyển đến cơ quan có thẩm quyền`,
    inbox: `Hồ sơ ${codeOf(p)} đang được chuyển đến ${p.otherVi}.`,
    sms: `Hồ sơ ${codeOf(p)} đang được chuyển đến cơ quan có thẩm quyền. Ngày hẹn không đổi.`,
    paragraphs: [
      `Hồ sơ “${p.procedureVi}” của ${youOf(p)} thuộc thẩm quyền của ${p.otherVi} và đang được chuyển đến đó. ${p.agencyVi} chịu trách nhiệm về hồ sơ cho đến khi nơi nhận xác nhận. Ngày hẹn trả không đổi.`,
    ],
    next: ['Không phải làm gì, không phải nộp lại.'],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} is being sent to the competent agency`,
    inbox: `Dossier ${codeOf(p)} is being sent to ${p.otherEn}.`,
    sms: `Dossier ${codeOf(p)} is being sent to the competent agency. The due date stays.`,
    paragraphs: [
      `Your dossier “${p.procedureEn}” belongs to ${p.otherEn} and is being sent there. ${p.agencyEn} answers for it until the other agency confirms. The due date stays.`,
    ],
    next: ['You need not do anything, and not file again.'],
  }),
})

/** The other agency has it now; `other` is the one that sent it. */
export const transferTaken = message({
  params,
  vi: (p) => ({
    subject: `${p.agencyVi} đã nhận hồ sơ ${codeOf(p)}`,
    inbox: `${p.agencyVi} đã nhận hồ sơ ${codeOf(p)} chuyển đến.`,
    sms: `Hồ sơ ${codeOf(p)} nay do cơ quan khác giải quyết, ngày hẹn không đổi. Xem trang hồ sơ.`,
    paragraphs: [
      `${p.agencyVi} đã nhận hồ sơ “${p.procedureVi}” của ${youOf(p)} từ ${p.otherVi} và giải quyết theo ngày hẹn đã có. Mã hồ sơ không đổi.`,
    ],
    next: ['Không phải làm gì. Mọi liên hệ về hồ sơ từ nay đến cơ quan giải quyết mới.'],
  }),
  en: (p) => ({
    subject: `${p.agencyEn} took dossier ${codeOf(p)}`,
    inbox: `${p.agencyEn} took dossier ${codeOf(p)}.`,
    sms: `Another agency handles dossier ${codeOf(p)} now; the due date stays. See its page.`,
    paragraphs: [
      `${p.agencyEn} took your dossier “${p.procedureEn}” from ${p.otherEn} and decides it by the date already promised. The code stays.`,
    ],
    next: ['You need not do anything. From now on ask the new agency.'],
  }),
})

/** The other agency declined; the dossier stays where it was. */
export const transferDeclined = message({
  params,
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} tiếp tục do ${p.agencyVi} giải quyết`,
    inbox: `${p.otherVi} không nhận hồ sơ ${codeOf(p)}; hồ sơ ở lại ${p.agencyVi}.`,
    sms: `Hồ sơ ${codeOf(p)} ở lại cơ quan đang giải quyết, ngày hẹn không đổi.`,
    paragraphs: [
      `${p.otherVi} không nhận hồ sơ “${p.procedureVi}”. ${p.agencyVi} tiếp tục chịu trách nhiệm; ngày hẹn trả không đổi.`,
    ],
    next: ['Không phải làm gì.'],
  }),
  en: (p) => ({
    subject: `${p.agencyEn} keeps dossier ${codeOf(p)}`,
    inbox: `${p.otherEn} did not take dossier ${codeOf(p)}; it stays with ${p.agencyEn}.`,
    sms: `Dossier ${codeOf(p)} stays with its agency; the due date stays.`,
    paragraphs: [
      `${p.otherEn} did not take your dossier “${p.procedureEn}”. ${p.agencyEn} answers for it; the due date stays.`,
    ],
    next: ['You need not do anything.'],
  }),
})
