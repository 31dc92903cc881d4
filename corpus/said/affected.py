"""What is said of what rests on a text that was changed."""

from corpus.said.languages import Sentences

AFFECTED_MESSAGES: Sentences = {
    "affected-unchanged": {
        "en": "No document indexed says that {number} was amended, replaced or ended.",
        "vi": "Không văn bản nào đã nạp nêu {number} được sửa đổi, thay thế hay bãi bỏ.",
    },
    "affected-changed": {"en": "{number} is not as it was, from {since}:", "vi": "{number} đã thay đổi, từ {since}:"},
    "affected-resting": {
        "en": "{count} document(s), checklist(s), course(s) and kept answer(s) rest on it as it was before:",
        "vi": "{count} văn bản, danh mục việc, chương trình bồi dưỡng và câu trả lời đã lưu đang dựa trên nội dung trước đó:",
    },
    "affected-checklist": {
        "en": "checklist “{title}” of {made}: {items} item(s)",
        "vi": "danh mục việc “{title}” ngày {made}: {items} mục",
    },
    "affected-course": {
        "en": "course “{title}” of {made}: {items} provision(s), case(s) and question(s)",
        "vi": "chương trình bồi dưỡng “{title}” ngày {made}: {items} nội dung, tình huống, câu hỏi",
    },
    "affected-answer": {
        "en": "kept answer as of {day}, {citations} citation(s): “{question}”",
        "vi": "câu trả lời đã lưu, tính đến {day}, {citations} trích dẫn: “{question}”",
    },
}
