"""What answers say of themselves: what is missing, what is asked back, how to go on. In both languages."""

from corpus.said.languages import Sentences

ANSWER_MESSAGES: Sentences = {
    "answer-not-found": {
        "en": "The documents do not say. Searched: {documents} documents, {passages} passages.",
        "vi": "Các văn bản không nêu nội dung này. Đã tìm trong {documents} văn bản, {passages} đoạn.",
    },
    "answer-nothing-indexed": {
        "en": "No documents match the filters, or none are indexed yet, so there is nothing to answer from.",
        "vi": "Chưa có văn bản nào được nạp hoặc không văn bản nào khớp bộ lọc, nên không có căn cứ để trả lời.",
    },
    "answer-yes": {"en": "Yes.", "vi": "Có."},
    "answer-no": {"en": "No.", "vi": "Không."},
    "answer-conflicting": {
        "en": "The documents differ: {earlier} ({earlier_day}) and {later} ({later_day}). The later one is {later}.",
        "vi": "Các văn bản nêu khác nhau: {earlier} ({earlier_day}) và {later} ({later_day}). Văn bản sau là {later}.",
    },
    "answer-partial": {
        "en": "Only a part of this was found; the documents do not say: {part}.",
        "vi": "Chỉ tìm thấy một phần; các văn bản không nêu: {part}.",
    },
    "missing-number": {
        "en": "{number} is not among the indexed documents.",
        "vi": "Văn bản {number} không có trong các văn bản đã nạp.",
    },
    "missing-unit": {
        "en": "{number} has no {unit}.",
        "vi": "Văn bản {number} không có {unit}.",
    },
    "missing-terms": {
        "en": "Nothing in the documents was found on: {terms}.",
        "vi": "Không tìm thấy trong các văn bản nội dung về: {terms}.",
    },
    "premise-only": {
        "en": "Not found in the documents: “{rest}”. Shown is what they say of what the question takes for granted.",
        "vi": "Văn bản không nêu: “{rest}”. Trên đây là quy định về điều mà câu hỏi nêu sẵn.",
    },
    "premise-contradicted": {
        "en": "The question takes for granted: “{claim}”. The documents say otherwise, as cited first:",
        "vi": "Câu hỏi nêu sẵn: “{claim}”. Văn bản quy định khác, xem trích dẫn đầu tiên:",
    },
    "premise-stood": {
        "en": "The question takes for granted: “{claim}”. The documents indexed say otherwise: {told}",
        "vi": "Câu hỏi nêu sẵn: “{claim}”. Các văn bản đã nạp nêu khác: {told}",
    },
    "premise-elsewhere": {
        "en": "{number} was not found to say it; {other} does, as cited first.",
        "vi": "không thấy {number} nêu điều này; {other} nêu, xem trích dẫn đầu tiên.",
    },
    "clarify-document": {
        "en": "Several documents fit. Which one is meant?",
        "vi": "Có nhiều văn bản phù hợp. Xin cho biết hỏi văn bản nào?",
    },
    "clarify-unit": {
        "en": "Several documents have this unit. Of which one?",
        "vi": "Nhiều văn bản có đơn vị này. Xin cho biết hỏi của văn bản nào?",
    },
    "go-on": {
        "en": 'To ask on: vanban ask --conversation {id} "..."',
        "vi": 'Để hỏi tiếp: vanban ask --conversation {id} "..."',
    },
    "understood": {"en": "Understood as: {question}", "vi": "Được hiểu là: {question}"},
    "conversations-failed": {
        "en": "The file of conversations cannot be used: {reason}. Delete conversations.db in the data folder (it holds earlier questions and answers only).",
        "vi": "Không dùng được tệp lưu các cuộc trao đổi: {reason}. Hãy xóa conversations.db trong thư mục dữ liệu (chỉ chứa các câu hỏi và trả lời trước).",
    },
    "conversation-unknown": {
        "en": "There is no such conversation to go on with, or not any longer. Ask without it to begin a new one.",
        "vi": "Không có cuộc trao đổi này để tiếp tục, hoặc cuộc trao đổi không còn được lưu. Hãy hỏi lại mà không kèm mã để bắt đầu cuộc mới.",
    },
    "nearest": {"en": "Nearest documents: {documents}.", "vi": "Văn bản gần nhất: {documents}."},
}
