"""What is said of relations: their kinds, and what in them cannot be right."""

from corpus.said.languages import Sentences

RELATION_MESSAGES: Sentences = {
    "step-relating": {"en": "reading relations", "vi": "đang đọc quan hệ giữa các văn bản"},
    "summary-related": {
        "en": "Relations read anew for {count} document(s), from the stored text.",
        "vi": "Đã đọc lại quan hệ của {count} văn bản từ nội dung đã lưu.",
    },
    "doctor-relations": {
        "en": "relations of {count} document(s) read by another version",
        "vi": "quan hệ của {count} văn bản do phiên bản khác đọc",
    },
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
    "relation-continues": {"en": "keeps in force", "vi": "cho tiếp tục áp dụng"},
    "relation-postpones": {"en": "postpones", "vi": "lùi thời điểm có hiệu lực"},
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
    "relation-not-competent": {
        "en": "Says that it changes {number}, which is of higher rank than itself; that was not carried out.",
        "vi": "Nêu thay đổi {number} là văn bản có thứ bậc cao hơn nó; nội dung này không được áp dụng.",
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
    "amount-words-differ": {
        "en": "An amount is {figures} in figures and another in words: {words}.",
        "vi": "Số tiền bằng số ({figures}) khác với bằng chữ ({words}).",
    },
}
