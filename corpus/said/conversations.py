"""What is said of conversations, of feedback, and the questions that are offered."""

from corpus.said.languages import Sentences

CONVERSATION_MESSAGES: Sentences = {
    "conversations-newer": {
        "en": "conversations.db was written by a later program (format {found}, this one knows {known}). Update the program, or delete that file.",
        "vi": "Tệp conversations.db do một phiên bản mới hơn ghi (định dạng {found}, bản này biết {known}). Hãy cập nhật chương trình hoặc xóa tệp đó.",
    },
    "turn-unknown": {
        "en": "The conversation has no turn {number}.",
        "vi": "Cuộc trao đổi không có lượt hỏi thứ {number}.",
    },
    "feedback-failed": {
        "en": "The file of feedback cannot be used: {reason}. Delete feedback.db in the data folder (it holds what readers said of answers only).",
        "vi": "Không dùng được tệp lưu ý kiến đánh giá: {reason}. Hãy xóa feedback.db trong thư mục dữ liệu (chỉ chứa ý kiến của người đọc).",
    },
    "feedback-none": {
        "en": "{path} holds no feedback. Name the data folder that is served with --data.",
        "vi": "Thư mục {path} không có ý kiến đánh giá nào. Hãy nêu thư mục dữ liệu đang phục vụ bằng --data.",
    },
    "window-browser": {
        "en": "Measuring the window needs {missing}. Run: pip install --constraint constraints.txt --editable '.[dev]' and sudo apt-get install chromium",
        "vi": "Đo cửa sổ cần có {missing}. Hãy chạy: pip install --constraint constraints.txt --editable '.[dev]' và sudo apt-get install chromium",
    },
    "example-term": {"en": "What is {term}?", "vi": "{term} là gì?"},
    "example-unit": {
        "en": "What does {unit} of {document} say: {title}?",
        "vi": "{unit} của {document} quy định gì về {title}?",
    },
}
