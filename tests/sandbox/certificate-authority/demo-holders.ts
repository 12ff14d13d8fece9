/** Who holds a demo certificate. Each name says DEMO, so that no screen shot can deceive. */
export type DemoHolder = {
  keyId: string
  commonName: string
  /** Office of a person; an agency has none. */
  title: string | null
  unit: 'Lãnh đạo' | 'Con dấu' | 'Bộ phận Một cửa' | 'Phòng Nghiệp vụ' | 'Hệ thống'
  organisation: string
  key: 'rsa' | 'ec'
}

const HA_NOI = 'Sở Y tế Hà Nội'
const HO_CHI_MINH = 'Sở Y tế Thành phố Hồ Chí Minh'
const QL_DUOC = 'Cục Quản lý Dược'
const HA_TANG = 'Cục Hạ tầng và Thiết bị y tế'
const AN_TOAN = 'Cục An toàn thực phẩm'

// key id, name, office, unit, agency, kind of key
const rows = [
  ['leader-syt-01', 'Nguyễn Văn Mẫu', 'Giám đốc', 'Lãnh đạo', HA_NOI, 'rsa'],
  ['deputy-syt-01', 'Đỗ Thị Hạnh', 'Phó Giám đốc', 'Lãnh đạo', HA_NOI, 'ec'],
  ['seal-syt-01', HA_NOI, null, 'Con dấu', HA_NOI, 'rsa'],
  ['desk-syt-01', 'Trần Thu Hà', 'Cán bộ một cửa', 'Bộ phận Một cửa', HA_NOI, 'ec'],
  ['case-syt-01', 'Lê Minh', 'Chuyên viên', 'Phòng Nghiệp vụ', HA_NOI, 'ec'],
  ['case2-syt-01', 'Phạm Ngọc Lan', 'Chuyên viên', 'Phòng Nghiệp vụ', HA_NOI, 'ec'],
  ['head-syt-01', 'Vũ Đức Thắng', 'Trưởng phòng', 'Phòng Nghiệp vụ', HA_NOI, 'ec'],
  ['leader-syt-79', 'Trương Mỹ Linh', 'Giám đốc', 'Lãnh đạo', HO_CHI_MINH, 'ec'],
  ['seal-syt-79', HO_CHI_MINH, null, 'Con dấu', HO_CHI_MINH, 'ec'],
  ['desk-syt-79', 'Lý Thanh Mai', 'Cán bộ một cửa', 'Bộ phận Một cửa', HO_CHI_MINH, 'ec'],
  ['case-syt-79', 'Võ Hoàng Nam', 'Chuyên viên', 'Phòng Nghiệp vụ', HO_CHI_MINH, 'ec'],
  ['desk-cuc-ql-duoc', 'Mai Thị Hương', 'Cán bộ một cửa', 'Bộ phận Một cửa', QL_DUOC, 'ec'],
  ['case-cuc-ql-duoc', 'Trịnh Quốc Bảo', 'Chuyên viên', 'Phòng Nghiệp vụ', QL_DUOC, 'ec'],
  ['head-cuc-ql-duoc', 'Lương Thị Hòa', 'Trưởng phòng', 'Phòng Nghiệp vụ', QL_DUOC, 'ec'],
  ['leader-cuc-ql-duoc', 'Phan Đình Khôi', 'Cục trưởng', 'Lãnh đạo', QL_DUOC, 'ec'],
  ['seal-cuc-ql-duoc', QL_DUOC, null, 'Con dấu', QL_DUOC, 'ec'],
  ['desk-cuc-ha-tang-tbyt', 'Chu Thị Lan', 'Cán bộ một cửa', 'Bộ phận Một cửa', HA_TANG, 'ec'],
  ['case-cuc-ha-tang-tbyt', 'Hồ Sỹ Quang', 'Chuyên viên', 'Phòng Nghiệp vụ', HA_TANG, 'ec'],
  ['head-cuc-ha-tang-tbyt', 'Đoàn Minh Tuấn', 'Trưởng phòng', 'Phòng Nghiệp vụ', HA_TANG, 'ec'],
  ['leader-cuc-ha-tang-tbyt', 'Dương Cẩm Vân', 'Cục trưởng', 'Lãnh đạo', HA_TANG, 'ec'],
  ['seal-cuc-ha-tang-tbyt', HA_TANG, null, 'Con dấu', HA_TANG, 'ec'],
  ['desk-cuc-attp', 'Cao Thị Thơm', 'Cán bộ một cửa', 'Bộ phận Một cửa', AN_TOAN, 'ec'],
  ['case-cuc-attp', 'Nghiêm Xuân Trường', 'Chuyên viên', 'Phòng Nghiệp vụ', AN_TOAN, 'ec'],
  ['head-cuc-attp', 'Kiều Thị Oanh', 'Trưởng phòng', 'Phòng Nghiệp vụ', AN_TOAN, 'ec'],
  ['leader-cuc-attp', 'Thái Bá Lộc', 'Cục trưởng', 'Lãnh đạo', AN_TOAN, 'ec'],
  ['seal-cuc-attp', AN_TOAN, null, 'Con dấu', AN_TOAN, 'ec'],
  ['record', 'Một Cửa Y Tế', null, 'Hệ thống', 'Bộ Y tế', 'ec'],
] as const

/** The signers of the demo; the ids are the names of their key files. */
export const demoHolders: readonly DemoHolder[] = rows.map(
  ([keyId, commonName, title, unit, organisation, key]) => ({
    keyId,
    commonName: `${commonName} (DEMO)`,
    title,
    unit,
    organisation: `${organisation} (DEMO)`,
    key,
  }),
)
