"""What the command line says of its own, of a search and of the documents listed, in both languages."""

from corpus.said.languages import Sentences

COMMAND_LINE_MESSAGES: Sentences = {
    "address-unusable": {
        "en": "Cannot listen on {host}:{port}: {reason}. Choose another with --host and --port.",
        "vi": "Không mở được {host}:{port}: {reason}. Hãy chọn địa chỉ khác bằng --host và --port.",
    },
    "no-such-day": {
        "en": "“{typed}” is no day. Type one as 2024-06-01 or 01/06/2024.",
        "vi": "“{typed}” không phải là một ngày. Hãy ghi như 2024-06-01 hoặc 01/06/2024.",
    },
    "interrupted": {
        "en": "Stopped. What was finished is kept; run the command again to go on.",
        "vi": "Đã dừng. Phần đã xong được giữ lại; hãy chạy lại lệnh để tiếp tục.",
    },
    "nothing-to-index": {
        "en": "There are no files to index under {path}.",
        "vi": "Không có tệp nào để nạp trong {path}.",
    },
    "search-named-unit": {"en": "the unit named, of {number}", "vi": "đơn vị được nêu, của {number}"},
    "search-named-document": {"en": "the document named: {number}", "vi": "văn bản được nêu: {number}"},
    "search-named-cites": {"en": "cites {number}", "vi": "viện dẫn {number}"},
    "search-also": {"en": "the same text: {places}", "vi": "cùng nội dung: {places}"},
    "search-why": {"en": "words: {words} | {stages}", "vi": "từ: {words} | {stages}"},
    "read-language": {"en": "read as: {spoken}", "vi": "hiểu là: {spoken}"},
    "language-vi": {"en": "Vietnamese", "vi": "tiếng Việt"},
    "language-en": {"en": "English", "vi": "tiếng Anh"},
    "search-meant": {"en": "meant as: {value}", "vi": "hiểu theo cách gõ: {value}"},
    "search-words": {"en": "words looked for: {value}", "vi": "từ cần tìm: {value}"},
    "search-numbers": {"en": "numbers: {value}", "vi": "số, ký hiệu: {value}"},
    "search-unit": {"en": "unit: {value}", "vi": "đơn vị: {value}"},
    "search-documents": {"en": "documents named: {value}", "vi": "văn bản được nêu: {value}"},
    "search-expansions": {"en": "looked for as well: {value}", "vi": "tìm thêm: {value}"},
    "search-through": {
        "en": "filters: {filters}; {documents} of {all} documents, {passages} passages",
        "vi": "bộ lọc: {filters}; {documents} trong {all} văn bản, {passages} đoạn",
    },
    "stage-named": {"en": "named", "vi": "được nêu"},
    "stage-lexical": {"en": "words", "vi": "từ"},
    "stage-dense": {"en": "meaning", "vi": "nghĩa"},
    "stage-heading": {"en": "headings", "vi": "tiêu đề"},
    "stage-pairs": {"en": "word pairs", "vi": "cặp từ"},
    "stage-prior": {"en": "document", "vi": "văn bản"},
    "stage-section": {"en": "section", "vi": "mục"},
    "stage-late": {"en": "word by word", "vi": "từng từ"},
    "stage-learned": {"en": "learned", "vi": "học được"},
    "search-shortened": {
        "en": "The text is long: its first {read} of {words} words were searched for (at most {limit} characters).",
        "vi": "Nội dung quá dài: chỉ tìm theo {read} trong {words} từ đầu tiên (tối đa {limit} ký tự).",
    },
    "search-filtered-out": {
        "en": "The filters admit none of the {documents} documents. Take some away, or check how they are written.",
        "vi": "Bộ lọc không cho qua văn bản nào trong {documents} văn bản. Hãy bỏ bớt hoặc kiểm tra lại bộ lọc.",
    },
    "search-no-unit": {
        "en": "None of the {documents} documents admitted has a unit at the address {units} (d5: Article 5; kt1.d5.k2: Clause 2 of Article 5 of the enclosed text).",
        "vi": "Không văn bản nào trong {documents} văn bản được lọc có đơn vị ở địa chỉ {units} (d5: Điều 5; kt1.d5.k2: khoản 2 Điều 5 của văn bản ban hành kèm theo).",
    },
    "search-nothing-near": {
        "en": "Nothing found in {documents} documents: no word in common and nothing near in meaning. In no document: {words}.",
        "vi": "Không tìm thấy gì trong {documents} văn bản: không có từ chung, cũng không có nội dung gần nghĩa. Từ không có trong văn bản nào: {words}.",
    },
    "search-by-meaning-only": {
        "en": "None of the words stands in any document ({words}): what follows is the nearest in meaning, and may be about something else.",
        "vi": "Không từ nào có trong các văn bản ({words}): các đoạn dưới đây chỉ gần nghĩa nhất và có thể nói về việc khác.",
    },
    "search-words-unknown": {
        "en": "In no document: {words}.",
        "vi": "Từ không có trong văn bản nào: {words}.",
    },
    "nothing-found": {"en": "Nothing found for: {words}", "vi": "Không tìm thấy gì cho: {words}"},
    "cited-page": {"en": "page {page}", "vi": "trang {page}"},
    "cited-unsure": {
        "en": "⚠ read from a scan, {sure} % sure: check the page",
        "vi": "⚠ đọc từ bản quét, chắc {sure} %: cần đối chiếu trang",
    },
    "column-id": {"en": "Id", "vi": "Mã"},
    "column-number": {"en": "Number", "vi": "Số, ký hiệu"},
    "column-type": {"en": "Type", "vi": "Loại"},
    "column-issuer": {"en": "Issuer", "vi": "Cơ quan ban hành"},
    "column-issued": {"en": "Date", "vi": "Ngày"},
    "column-status": {"en": "Status", "vi": "Hiệu lực"},
    "column-passages": {"en": "Passages", "vi": "Số đoạn"},
    "column-place": {"en": "Place", "vi": "Nơi ban hành"},
    "column-signer": {"en": "Signer", "vi": "Người ký"},
    "column-file": {"en": "File", "vi": "Tệp"},
    "column-outcome": {"en": "Outcome", "vi": "Kết quả"},
    "column-read": {"en": "How read", "vi": "Cách đọc"},
    "column-identity": {"en": "What it is", "vi": "Thông tin văn bản"},
    "column-units": {"en": "Units found", "vi": "Cấu trúc"},
    "column-notes": {"en": "Notes", "vi": "Ghi chú"},
}
