/** Texts of tables that come in. */
export const tables = {
  'table.template': 'Tải mẫu trống',
  'table.filled': 'Tải bảng đã có số liệu',
  'table.under': 'Đơn vị và các đơn vị trực thuộc',
  'table.choose': 'Chọn tệp đã điền…',
  'table.chosen': 'Tệp {name}',
  'table.reason': 'Lý do thay đổi',
  'table.save': 'Lưu {n} dòng',
  'table.nothing': 'Không có gì để lưu',
  'table.failures': 'Tải các dòng chưa nhận về để sửa',
  'table.suffix': ' - chưa nhận.xlsx',
  'table.errors': 'Lỗi theo dòng và cột',
  'table.errors.none': 'Không có lỗi',
  'table.row': 'Dòng',
  'table.column': 'Cột',
  'table.fault': 'Lỗi',
  'table.lead':
    'Tải mẫu về, điền, rồi chọn tệp. Hệ thống xét trước từng dòng; chưa lưu gì cho đến khi bạn bấm lưu.',
  'personTable.title': 'Nạp nhân sự và phân công từ bảng Excel',
  'personTable.open': 'Nạp từ bảng',
  'personTable.judged':
    '{rows} dòng: thêm {registered} người, thay đổi {changed}, giao {granted} phân công, yêu cầu {asked} tài khoản; không đổi {unchanged}, chưa nhận được {refused}.',
  'personTable.saved':
    'Đã lưu: thêm {registered} người, thay đổi {changed}, giao {granted} phân công, yêu cầu {asked} tài khoản; không đổi {unchanged}, chưa nhận {refused} dòng trong {rows} dòng.',
} as const
