import { codeOf, message } from './message'
import { momentText } from './wording'

/** A case officer took the dossier up, or it changed hands. */
export const assigned = message({
  params: {},
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đã có người thụ lý`,
    inbox: `Hồ sơ ${codeOf(p)} do ${p.handledBy} thụ lý.`,
    sms: `Hồ sơ ${codeOf(p)} đã có người thụ lý.`,
    paragraphs: [
      `Từ ${momentText(p.at, 'vi')}, hồ sơ “${p.procedureVi}” mã ${codeOf(p)} do ${p.handledBy} thụ lý.`,
    ],
    next: ['Chưa cần làm gì. Nếu cần bổ sung hoặc thẩm định tại cơ sở, cơ quan sẽ báo.'],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} has a case officer`,
    inbox: `Dossier ${codeOf(p)} is handled by ${p.handledBy}.`,
    sms: `Dossier ${codeOf(p)} has a case officer.`,
    paragraphs: [
      `Since ${momentText(p.at, 'en')} the dossier “${p.procedureEn}”, code ${codeOf(p)}, is handled by ${p.handledBy}.`,
    ],
    next: ['Nothing for now. The agency tells you if more is needed or an inspection is planned.'],
  }),
})
