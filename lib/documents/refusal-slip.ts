import { renderDeskSlip } from './desk-slip'
import type { PreparedDocument } from './prepared-document'
import type { RefusalSlipData } from './refusal-slip-data'
import { refusalBlocks } from './refusal-slip-lines'

/** The slip serves two moments (Decree 118/2025, Art. 17.1.c and 19.3): at the door, and as the result. */
const MOMENTS = {
  intake: { subtitle: '', capacity: 'NGƯỜI TIẾP NHẬN HỒ SƠ', signer: 'người tiếp nhận hồ sơ' },
  result: {
    subtitle: '(Kết quả giải quyết: không đủ điều kiện)',
    capacity: 'NGƯỜI TRẢ KẾT QUẢ',
    signer: 'người trả kết quả',
  },
} as const

/**
 * Renders the refusal (form 03 of Circular 03/2025/TT-VPCP) with the empty signature field
 * `desk-signature`. Throws on a character that the print fonts lack; `refusalSlipDataSchema` refuses
 * it as a value.
 */
export async function renderRefusalSlip(data: RefusalSlipData): Promise<PreparedDocument> {
  const { subtitle, capacity, signer } = MOMENTS[data.stage]
  return renderDeskSlip(data, {
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    subtitle,
    blocks: refusalBlocks(data),
    capacity,
    notes: [`Mẫu số 03, Thông tư 03/2025/TT-VPCP. Phiếu này được ký số bởi ${signer}.`],
  })
}
