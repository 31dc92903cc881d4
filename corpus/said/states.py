"""What is said of the states of documents, and of those that somebody enters."""

from corpus.said.languages import Sentences

STATE_MESSAGES: Sentences = {
    "status-not_yet": {"en": "not yet in force", "vi": "chưa có hiệu lực"},
    "status-in_force": {"en": "in force", "vi": "còn hiệu lực"},
    "status-partly_expired": {"en": "partly expired or amended", "vi": "hết hiệu lực một phần (đã được sửa đổi)"},
    "status-expired": {"en": "expired", "vi": "hết hiệu lực"},
    "status-suspended": {"en": "suspended", "vi": "ngưng hiệu lực"},
    "status-unknown": {"en": "unknown", "vi": "chưa rõ hiệu lực"},
    "status-unknown-word": {
        "en": "{said} is no state of a document. States: {states}.",
        "vi": "{said} không phải là tình trạng hiệu lực. Các tình trạng: {states}.",
    },
    "status-number": {
        "en": "{said} is neither the number nor the id of a document, nor the title of one that is indexed.",
        "vi": "{said} không phải là số hiệu, mã hay tên của văn bản nào đã nạp.",
    },
    "status-ambiguous": {
        "en": "{said} may mean several documents: {names}. Give the whole number, or the id.",
        "vi": "{said} có thể là nhiều văn bản: {names}. Hãy ghi đủ số, ký hiệu hoặc mã văn bản.",
    },
    "status-days": {
        "en": "The state would end on {until}, before it begins on {first}. Give the days the other way round.",
        "vi": "Tình trạng kết thúc ngày {until}, trước ngày bắt đầu {first}. Hãy đổi chỗ hai ngày.",
    },
    "status-who": {
        "en": "Say who enters the state and why: --who, --why.",
        "vi": "Hãy ghi rõ người nhập và lý do: --who, --why.",
    },
    "status-entry-unknown": {
        "en": "No state was entered under {id}.",
        "vi": "Không có mục nhập tình trạng hiệu lực nào mang số {id}.",
    },
    "status-list-unread": {
        "en": "{name} is no list of states: CSV or JSON with number, status and, where known, effective_from, effective_to, source.",
        "vi": "{name} không phải là danh sách tình trạng hiệu lực: cần CSV hoặc JSON có number, status và, nếu biết, effective_from, effective_to, source.",
    },
    "status-list-row": {
        "en": "row {row}: {reason}",
        "vi": "dòng {row}: {reason}",
    },
    "status-entered": {
        "en": "{count} state(s) entered; they apply to {documents} indexed document(s).",
        "vi": "Đã nhập {count} tình trạng; áp dụng cho {documents} văn bản đã nạp.",
    },
    "status-withdrawn": {"en": "Withdrawn: {number}, {status}.", "vi": "Đã rút lại: {number}, {status}."},
}
