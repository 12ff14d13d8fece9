/** Reading a paper into the store of its owner. */
export const digitise = {
  title: 'Số hóa giấy tờ',
  effect:
    'Ghi lại nội dung của một giấy tờ vào kho của chủ hồ sơ. Hồ sơ sau dùng lại được, không phải nộp lại (Nghị định 118/2025/NĐ-CP, Điều 19.2).',
  paper: 'Giấy tờ',
  again: '{name} (đã số hóa, ghi lại)',
  name: 'Tên giấy tờ',
  number: 'Số, ký hiệu (nếu có)',
  issuedBy: 'Cơ quan cấp (nếu có)',
  issuedOn: 'Ngày cấp (nếu có)',
  validTo: 'Có giá trị đến ngày (nếu có)',
  summary: 'Trích yếu nội dung (nếu có)',
  scope: 'Phạm vi áp dụng (nếu có)',
  button: 'Ghi vào kho giấy tờ',
  recorded: 'Đã số hóa: {title}',
  recordedNumber: 'Đã số hóa: {title}, số {number}',
  until: 'có giá trị đến {date}',
}
