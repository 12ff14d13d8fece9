import { renderDeskSlip } from './desk-slip'
import type { PreparedDocument } from './prepared-document'
import type { SupplementSlipData } from './supplement-slip-data'
import { supplementBlocks } from './supplement-slip-lines'

/**
 * Renders the request to supplement (form 02 of Circular 03/2025/TT-VPCP) with the empty signature
 * field `desk-signature`. Throws on a character that the print fonts lack; `supplementSlipDataSchema`
 * refuses it as a value.
 */
export async function renderSupplementSlip(data: SupplementSlipData): Promise<PreparedDocument> {
  return renderDeskSlip(data, {
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    blocks: supplementBlocks(data),
    capacity: 'NGƯỜI HƯỚNG DẪN',
    notes: ['Mẫu số 02, Thông tư 03/2025/TT-VPCP. Phiếu này được ký số bởi người hướng dẫn.'],
  })
}
