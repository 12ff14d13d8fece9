import { amountOrNone, codeOf, message, youOf } from './message'
import { amountText } from './wording'

/** No answer came and the desk closed the dossier. `amount` is a fee that is owed back, or empty. */
export const closedWithoutReply = message({
  params: { amount: amountOrNone },
  vi: (p) => ({
    subject: `Hồ sơ ${codeOf(p)} đã đóng vì không được bổ sung`,
    inbox: `Hồ sơ ${codeOf(p)} đã đóng vì quá hạn bổ sung; có thể nộp lại với các tệp cũ.`,
    sms: `Hồ sơ ${codeOf(p)} đã đóng vì quá hạn bổ sung. Có thể nộp lại với các tệp cũ.`,
    paragraphs: [
      `Đã quá thời hạn bổ sung mà hồ sơ “${p.procedureVi}” chưa được bổ sung, nên ${p.deskVi} đã đóng hồ sơ (khoản 5 Điều 19 Nghị định 118/2025/NĐ-CP).`,
      `${youOf(p)} không mất gì đã khai và đã tải lên: nút “Nộp lại với các tệp này” trên trang hồ sơ tạo ngay một hồ sơ mới có đủ nội dung cũ để sửa và nộp.`,
      ...(p.amount
        ? [
            `Khoản phí ${amountText(p.amount, 'vi')} đã nộp được ghi là khoản phải hoàn trả. Yêu cầu hoàn trả đã được lập và chờ cơ quan xét duyệt.`,
          ]
        : []),
    ],
    next: ['Mở trang hồ sơ và bấm “Nộp lại với các tệp này” khi đã sẵn sàng.'],
  }),
  en: (p) => ({
    subject: `Dossier ${codeOf(p)} was closed because no supplement came`,
    inbox: `Dossier ${codeOf(p)} was closed because no supplement came; it can be filed again with the same files.`,
    sms: `Dossier ${codeOf(p)} was closed because no supplement came. You can file it again.`,
    paragraphs: [
      `The time for the supplement to “${p.procedureEn}” is over and none came, so ${p.deskEn} closed the dossier (Decree 118/2025, Article 19.5).`,
      'Nothing that you declared or uploaded is lost: “File again with these files” on the dossier page makes a new dossier with all of it, to be corrected and sent.',
      ...(p.amount
        ? [
            `The fee of ${amountText(p.amount, 'en')} that you paid is booked as owed back. A refund request has been opened and awaits the agency’s decision.`,
          ]
        : []),
    ],
    next: ['Open the dossier page and press “File again with these files” when you are ready.'],
  }),
})
