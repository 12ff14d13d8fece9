import type { SignerRole } from '@/lib/signing/signer'
import type { Verdict } from '@/lib/signing/verify-pdf'
import type { DocumentReason } from '@/lib/verification/verify-document'

/** What the command line says of a verdict. */
export const VERDICTS = {
  valid: 'HỢP LỆ: văn bản do cơ quan ký, không bị sửa đổi',
  altered: 'ĐÃ BỊ SỬA ĐỔI: có chữ ký của cơ quan nhưng không còn nguyên vẹn',
  'not-ours': 'KHÔNG PHẢI văn bản do cơ quan trong hệ thống ký',
  unreadable: 'KHÔNG ĐỌC ĐƯỢC: tệp không phải là PDF',
} as const satisfies Record<Verdict, string>

export const ROLES = {
  leader: 'Lãnh đạo',
  seal: 'Con dấu cơ quan',
  desk: 'Cán bộ một cửa',
  'team-lead': 'Trưởng đoàn thẩm định',
  attestation: 'Hệ thống xác thực việc xác nhận của cơ sở',
} as const satisfies Record<SignerRole, string>

/** What the command line says of a reason. */
export const REASONS = {
  'content-changed': 'nội dung đã ký bị thay đổi',
  'content-type-wrong': 'chữ ký không đúng loại nội dung',
  'signature-wrong': 'giá trị chữ ký sai',
  'signing-certificate-wrong': 'chứng thư trong chữ ký bị đổi',
  'key-not-allowed': 'khóa ký quá yếu hoặc không được dùng để ký',
  'timestamp-wrong': 'dấu thời gian sai',
  'timestamp-untrusted': 'dấu thời gian không do tổ chức tin cậy cấp',
  'chain-unknown': 'chứng thư không thuộc nguồn tin cậy',
  'certificate-expired': 'chứng thư đã hết hạn khi ký',
  'certificate-not-yet-valid': 'chứng thư chưa có hiệu lực khi ký',
  'byte-range-wrong': 'phạm vi ký không bao trùm văn bản',
  'signature-unreadable': 'không đọc được chữ ký',
  'role-mismatch': 'chứng thư không đúng vai trò của ô ký',
  'catalog-changed': 'cấu trúc văn bản bị sửa sau khi ký',
  'page-changed': 'trang bị sửa sau khi ký',
  'form-changed': 'biểu mẫu bị sửa sau khi ký',
  'field-changed': 'ô dữ liệu bị sửa sau khi ký',
  'object-changed': 'nội dung bị thay sau khi ký',
  'object-added': 'nội dung bị thêm sau khi ký',
  'object-removed': 'nội dung bị xóa sau khi ký',
  'trailer-changed': 'phần cuối tệp bị sửa sau khi ký',
  'revision-unsigned': 'có bản sửa không được ký',
  'revision-not-allowed': 'văn bản đã khóa nhưng bị sửa thêm',
  'too-large': 'tệp lớn hơn 25 MB',
  'too-many-revisions': 'tệp có quá nhiều bản sửa',
  'structure-broken': 'cấu trúc tệp không nguyên vẹn',
  'no-signature': 'không có chữ ký số',
  'form-broken': 'các ô ký không nguyên vẹn',
  'certification-missing': 'thiếu chữ ký chứng nhận của người ký đầu tiên',
  'required-signature-missing': 'thiếu chữ ký bắt buộc',
  'agency-mismatch': 'các chữ ký không cùng một cơ quan',
  'not-in-register': 'không có trong sổ đăng ký kết quả',
  'licence-suspended': 'giấy phép đang bị đình chỉ',
  'licence-revoked': 'giấy phép đã bị thu hồi',
  'licence-replaced': 'giấy phép đã được thay thế sau khi sửa sai sót',
} as const satisfies Record<DocumentReason, string>
