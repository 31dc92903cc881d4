"""The words of exported sheets and what is said when one cannot be made, in both languages."""

from corpus.said.languages import Sentences

EXPORT_MESSAGES: Sentences = {
    # what goes wrong
    "export-format-unknown": {
        "en": "{format} is not a format that a sheet can be given out in. Take one of these: {formats}.",
        "vi": "Không xuất được theo định dạng {format}. Hãy chọn một trong các định dạng: {formats}.",
    },
    "export-only-courses": {
        "en": "Slides are made of courses only. Take one of these formats: {formats}.",
        "vi": "Chỉ bài giảng mới xuất được thành trang chiếu. Hãy chọn một trong các định dạng: {formats}.",
    },
    "export-no-dates": {
        "en": "No row of this sheet has a due date, so there is nothing to put into a calendar.",
        "vi": "Không dòng nào có thời hạn là ngày cụ thể nên không có gì để đưa vào lịch.",
    },
    "export-no-day": {
        "en": "No date in the calendar: {deadline}",
        "vi": "Không có ngày trên lịch: {deadline}",
    },
    "export-days-lacking": {
        "en": "{count} deadline(s) have no date and stand as tasks without a day: {phrases}",
        "vi": "{count} thời hạn không có ngày cụ thể, ghi thành việc không có ngày: {phrases}",
    },
    "export-and-more": {"en": "and {count} more", "vi": "và {count} thời hạn khác"},
    "export-too-large": {
        "en": "{rows} rows are too many for {format}; the most is {limit}. Narrow the sheet, or take xlsx, csv or json.",
        "vi": "{rows} dòng là quá nhiều đối với {format}; tối đa là {limit}. Hãy thu hẹp bảng hoặc chọn xlsx, csv, json.",
    },
    "export-cannot-write": {
        "en": "{path} cannot be written: {reason}. Check that the folder exists and that you may write into it.",
        "vi": "Không ghi được {path}: {reason}. Hãy kiểm tra thư mục có tồn tại và bạn có quyền ghi.",
    },
    "sheet-unreadable": {
        "en": "This is not a sheet that was given out as JSON by this program: {reason}.",
        "vi": "Đây không phải là bảng do chương trình này xuất ra dạng JSON: {reason}.",
    },
    # the official layout
    "export-draft": {"en": "DRAFT", "vi": "DỰ THẢO"},
    "export-blank": {"en": "[TO BE COMPLETED]", "vi": "[CẦN BỔ SUNG]"},
    "export-state": {"en": "SOCIALIST REPUBLIC OF VIETNAM", "vi": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
    "export-motto": {"en": "Independence - Freedom - Happiness", "vi": "Độc lập - Tự do - Hạnh phúc"},
    "export-party": {"en": "COMMUNIST PARTY OF VIETNAM", "vi": "ĐẢNG CỘNG SẢN VIỆT NAM"},
    "export-number-state": {"en": "No.: ....../......", "vi": "Số: ....../......"},
    "export-number-party": {"en": "No. ......-....../......", "vi": "Số ......-....../......"},
    "export-place-date": {"en": "{blank}, day ... month ... {year}", "vi": "{blank}, ngày ... tháng ... năm {year}"},
    "export-parent": {"en": "PARENT BODY\n{blank}", "vi": "CƠ QUAN CẤP TRÊN\n{blank}"},
    "export-issuer": {"en": "ISSUING BODY\n{blank}", "vi": "CƠ QUAN BAN HÀNH\n{blank}"},
    "export-recipients": {"en": "Recipients:", "vi": "Nơi nhận:"},
    "export-archived-state": {"en": "- Archives: {blank}.", "vi": "- Lưu: VT, {blank}."},
    "export-archived-party": {"en": "- Archives {blank}.", "vi": "- Lưu {blank}."},
    "export-authority": {"en": "AUTHORITY OF THE SIGNATORY\n{blank}", "vi": "QUYỀN HẠN CỦA NGƯỜI KÝ\n{blank}"},
    "export-post": {"en": "POST OF THE SIGNATORY\n{blank}", "vi": "CHỨC VỤ CỦA NGƯỜI KÝ\n{blank}"},
    "export-signature": {"en": "Full name\n{blank}", "vi": "Họ và tên\n{blank}"},
    "export-closing": {
        "en": "This draft was made on {day}; an authorised person has to check it against its sources before it is issued",
        "vi": "Dự thảo này được lập ngày {day}; người có thẩm quyền phải kiểm tra, đối chiếu với văn bản nguồn trước khi ban hành",
    },
    "export-draft-line": {
        "en": "DRAFT of {day}, to be checked before use.",
        "vi": "DỰ THẢO lập ngày {day}, cần kiểm tra trước khi dùng.",
    },
    "export-nothing": {"en": "No entries.", "vi": "Không có mục nào."},
    "export-page": {"en": "page {page}", "vi": "trang {page}"},
    "export-version": {"en": "version {version}", "vi": "phiên bản {version}"},
    "export-cut": {
        "en": "[... cut: this cell holds at most {limit} characters]",
        "vi": "[... đã cắt: ô này chứa tối đa {limit} ký tự]",
    },
    "export-source-of": {"en": "Source: {source}", "vi": "Nguồn: {source}"},
    "export-sources": {"en": "Sources", "vi": "Văn bản nguồn"},
    "export-about": {"en": "About", "vi": "Thông tin"},
    "export-items": {"en": "Items", "vi": "Các mục"},
    "export-answer-key": {"en": "Answer key", "vi": "Đáp án"},
    # headings
    "export-column-no": {"en": "No.", "vi": "TT"},
    "export-column-section": {"en": "Section", "vi": "Phần"},
    "export-column-due": {"en": "Due date", "vi": "Ngày đến hạn"},
    "export-column-state": {"en": "Status", "vi": "Tình trạng"},
    "export-column-id": {"en": "Entry", "vi": "Mã mục"},
    "export-column-source": {"en": "Source", "vi": "Nguồn"},
    "export-column-number": {"en": "Document number", "vi": "Số, ký hiệu"},
    "export-column-title": {"en": "Document title", "vi": "Tên văn bản"},
    "export-column-unit": {"en": "Unit", "vi": "Điều, khoản"},
    "export-column-page": {"en": "Page", "vi": "Trang"},
    "export-column-quote": {"en": "Quote", "vi": "Trích dẫn"},
    "export-column-document": {"en": "Document", "vi": "Mã văn bản"},
    "export-column-version": {"en": "Version", "vi": "Phiên bản"},
    "export-column-hash": {"en": "SHA-256 of the original", "vi": "SHA-256 của bản gốc"},
    "export-column-place": {"en": "Characters", "vi": "Vị trí ký tự"},
    # what somebody made of a row
    "export-state-open": {"en": "Open", "vi": "Chưa xong"},
    "export-state-done": {"en": "Done", "vi": "Đã xong"},
    "export-state-met": {"en": "Met", "vi": "Đạt"},
    "export-state-not_met": {"en": "Not met", "vi": "Chưa đạt"},
    "export-state-unknown": {"en": "Unknown", "vi": "Chưa rõ"},
    "export-state-judgement": {"en": "Needs judgement", "vi": "Cần xem xét"},
    # the type line
    "export-type-checklist": {"en": "CHECKLIST", "vi": "DANH MỤC CÔNG VIỆC"},
    "export-type-requirements": {"en": "REQUIREMENT SHEET", "vi": "BẢNG TIÊU CHUẨN, ĐIỀU KIỆN"},
    "export-type-programme": {"en": "PROGRAMME SHEET", "vi": "BẢNG THEO DÕI CHƯƠNG TRÌNH"},
    "export-type-positions": {"en": "REGISTER OF JOB POSITIONS", "vi": "DANH MỤC VỊ TRÍ VIỆC LÀM"},
    "export-type-register": {"en": "REGISTER", "vi": "BẢNG KÊ"},
    "export-type-comparison": {"en": "COMPARISON SHEET", "vi": "BẢNG ĐỐI CHIẾU"},
    "export-type-course": {"en": "COURSE PACK", "vi": "TÀI LIỆU TẬP HUẤN"},
}
