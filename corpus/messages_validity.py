"""What is said of validity and relations: states, kinds, findings, answers. Joined to `messages`."""

from typing import Literal

VALIDITY_MESSAGES: dict[str, dict[Literal["vi", "en"], str]] = {
    "step-relating": {"en": "reading relations", "vi": "đang đọc quan hệ giữa các văn bản"},
    "summary-related": {
        "en": "Relations read anew for {count} document(s), from the stored text.",
        "vi": "Đã đọc lại quan hệ của {count} văn bản từ nội dung đã lưu.",
    },
    "doctor-relations": {
        "en": "relations of {count} document(s) read by another version",
        "vi": "quan hệ của {count} văn bản do phiên bản khác đọc",
    },
    # states
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
        "en": "{said} is neither the number nor the id of a document.",
        "vi": "{said} không phải là số hiệu hay mã của văn bản nào.",
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
    # kinds of relations, as the document that states them does them
    "relation-based_on": {"en": "is based on", "vi": "căn cứ"},
    "relation-details": {"en": "details", "vi": "quy định chi tiết"},
    "relation-guides": {"en": "guides", "vi": "hướng dẫn"},
    "relation-amends": {"en": "amends", "vi": "sửa đổi, bổ sung"},
    "relation-supplements": {"en": "supplements", "vi": "bổ sung"},
    "relation-replaces": {"en": "replaces", "vi": "thay thế"},
    "relation-annuls": {"en": "annuls", "vi": "bãi bỏ"},
    "relation-expires": {"en": "says expired", "vi": "nêu hết hiệu lực"},
    "relation-corrects": {"en": "corrects", "vi": "đính chính"},
    "relation-consolidates": {"en": "consolidates", "vi": "hợp nhất"},
    "relation-suspends": {"en": "suspends", "vi": "đình chỉ, ngưng hiệu lực"},
    "relation-resumes": {"en": "puts in force again", "vi": "cho có hiệu lực trở lại"},
    "relation-extends": {"en": "extends", "vi": "kéo dài hiệu lực"},
    "relation-refers_to": {"en": "refers to", "vi": "dẫn chiếu"},
    # what cannot be right
    "relation-self": {
        "en": "The document says that it changes or ends itself: {number}.",
        "vi": "Văn bản nêu là thay đổi hoặc chấm dứt chính nó: {number}.",
    },
    "relation-cycle": {
        "en": "The document ends {number}, which in turn ends it.",
        "vi": "Văn bản chấm dứt {number}, trong khi văn bản đó lại chấm dứt chính văn bản này.",
    },
    "relation-day-impossible": {"en": "There is no such day: {day}.", "vi": "Không có ngày này: {day}."},
    "relation-to-later": {
        "en": "The document speaks of {number}, which by its date was issued later.",
        "vi": "Văn bản nói đến {number}, mà theo ngày ghi thì ban hành sau.",
    },
    "relation-stated-twice": {
        "en": "The same is said of {number} from two days: {day} and {other}. The first holds.",
        "vi": "Cùng một nội dung về {number} được nêu theo hai ngày: {day} và {other}. Tính theo ngày đầu.",
    },
    "relation-ended-twice": {
        "en": "{number} ends by this document on {day}, by another already on {other}. The earlier day holds.",
        "vi": "{number} hết hiệu lực theo văn bản này từ {day}, theo văn bản khác đã từ {other}. Tính theo ngày sớm hơn.",
    },
    "relation-unit-missing": {
        "en": "{number} has no such unit: {unit}.",
        "vi": "{number} không có đơn vị này: {unit}.",
    },
    "relation-ambiguous": {
        "en": "Several indexed documents may be meant by {number}; none was taken.",
        "vi": "{number} có thể là nhiều văn bản đã nạp; chưa gắn với văn bản nào.",
    },
    "effect-stated-twice": {
        "en": "The document states two days for itself: {day} and {other}. The first holds.",
        "vi": "Văn bản nêu hai ngày cho chính nó: {day} và {other}. Tính theo ngày nêu trước.",
    },
    "effect-before-issue": {
        "en": "The document says that it holds from {day}, before it was issued.",
        "vi": "Văn bản nêu có hiệu lực từ {day}, trước ngày ban hành.",
    },
}
