/** Who works on a dossier: given, claimed, given back, taken over, or out of sight. */
export const assignment = {
  load: '{name}, {division}: đang giữ {load} hồ sơ',
  suggested: '{officer} (Gợi ý)',
  claim: {
    title: 'Nhận hồ sơ để thụ lý',
    effect: 'Hồ sơ vào danh sách việc của bạn và chuyển sang thẩm định.',
    button: 'Nhận hồ sơ',
  },
  giveBack: {
    title: 'Trả lại để phân công',
    effect: 'Hồ sơ rời danh sách việc của bạn và chờ phân công người khác.',
    reason: 'Lý do trả lại',
    button: 'Trả lại',
  },
  takeOver: {
    title: 'Tiếp quản hồ sơ',
    effect: 'Hồ sơ chuyển sang danh sách việc của bạn. Lý do được lưu trong hồ sơ.',
    reason: 'Lý do tiếp quản',
    button: 'Tiếp quản',
  },
  conflict: {
    title: 'Khai báo xung đột lợi ích',
    effect:
      'Sau khi khai báo, bạn không còn thấy hồ sơ này ở bất kỳ đâu và không thể tự rút lại. Nếu bạn đang thụ lý, hồ sơ sẽ chờ phân công người khác.',
    reason: 'Lợi ích hoặc quan hệ liên quan',
    button: 'Khai báo và rời hồ sơ',
    done: 'Đã ghi nhận khai báo. Hồ sơ không còn hiển thị với bạn.',
  },
} as const
