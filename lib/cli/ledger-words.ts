import type { HeadFault, LedgerBreak } from '@/lib/administration/audit-ledger'
import type { StoredChainFault } from '@/lib/ledger/audit-chain'

const CHAIN_FAULTS = {
  sequence: 'thiếu, thừa hoặc sai thứ tự sự kiện',
  'previous-hash': 'không nối tiếp sự kiện trước',
  content: 'nội dung lưu khác nội dung đã băm',
  hash: 'nội dung không khớp mã băm',
  missing: 'sự kiện bị thiếu',
  rewritten: 'chuỗi đã bị viết lại sau khi được ký',
  unregistered: 'hồ sơ không còn trong sổ đăng ký',
  end: 'điểm cuối của chuỗi khác sổ đăng ký',
} as const satisfies Record<StoredChainFault, string>

const HEAD_FAULTS = {
  'heads-missing': 'chưa có mốc ký nào bảo chứng các bản ghi',
  'head-missing': 'thiếu mốc ký trước đó',
  'head-content': 'dữ liệu của mốc khác nội dung đã ký',
  'head-previous': 'không nối tiếp mốc ký trước',
  'head-root': 'các chuỗi dưới mốc không cho ra gốc đã ký',
  'head-stale': 'mốc ký mới nhất đã quá hai ngày',
  'head-rewritten': 'khác mốc đã được lưu giữ bên ngoài',
  'content-changed': 'nội dung đã ký bị thay đổi',
  'content-type-wrong': 'chữ ký không đúng loại nội dung',
  'signature-wrong': 'giá trị chữ ký sai',
  'signature-unreadable': 'không đọc được chữ ký',
  'signing-certificate-wrong': 'chứng thư trong chữ ký bị đổi',
  'key-not-allowed': 'khóa ký quá yếu hoặc không được dùng để ký',
  'unit-mismatch': 'chứng thư không phải của hệ thống ghi',
  'chain-unknown': 'chứng thư không thuộc nguồn tin cậy',
  'certificate-expired': 'chứng thư đã hết hạn khi ký',
  'certificate-not-yet-valid': 'chứng thư chưa có hiệu lực khi ký',
  'timestamp-missing': 'thiếu dấu thời gian',
  'timestamp-wrong': 'dấu thời gian sai',
  'timestamp-untrusted': 'dấu thời gian không do tổ chức tin cậy cấp',
  'timestamp-of-another-day': 'dấu thời gian của ngày khác',
} as const satisfies Record<HeadFault, string>

/** One broken place in a line. */
export function breakInWords(broken: LedgerBreak): string {
  if ('head' in broken)
    return `Mốc ký ${broken.head}: ${HEAD_FAULTS[broken.reason]} (${broken.reason})`
  const { code, dossierId, seq, reason } = broken
  return `Hồ sơ ${code ?? dossierId}, sự kiện ${seq}: ${CHAIN_FAULTS[reason]} (${reason})`
}
