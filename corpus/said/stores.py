"""What is said of settings, of models and stores, of a change of model, and by the doctor, in both languages."""

from corpus.said.languages import Sentences

STORE_MESSAGES: Sentences = {
    # settings
    "settings-invalid": {
        "en": "The settings are not valid ({source}): {detail}",
        "vi": "Thiết lập không hợp lệ ({source}): {detail}",
    },
    "data-newer": {
        "en": "{data} was written by a newer version of vanban (format {found}, this version knows {known}). Update vanban, or use another data folder.",
        "vi": "{data} do một phiên bản vanban mới hơn ghi (định dạng {found}, phiên bản này biết {known}). Hãy cập nhật vanban hoặc dùng thư mục dữ liệu khác.",
    },
    "data-unusable": {
        "en": "{data} cannot be used as a data folder: {reason}. Choose another with --data DIR.",
        "vi": "Không dùng được {data} làm thư mục dữ liệu: {reason}. Hãy chọn thư mục khác bằng --data DIR.",
    },
    "model-changed": {
        "en": "The index was made with the model {indexed}, which is not on this machine. Put it back, or run 'vanban reembed' to make the vectors anew with {wanted}.",
        "vi": "Chỉ mục được tạo bằng mô hình {indexed}, hiện không có trên máy này. Hãy đặt lại mô hình đó, hoặc chạy 'vanban reembed' để tạo lại véc-tơ bằng {wanted}.",
    },
    # model and stores
    "engine-failed": {
        "en": 'The embedding model cannot be run as the settings say (engine {engine}): {reason}. Set engine = "auto" and device = "auto" in vanban.toml.',
        "vi": 'Không chạy được mô hình nhúng theo thiết lập (engine {engine}): {reason}. Hãy đặt engine = "auto" và device = "auto" trong vanban.toml.',
    },
    "model-missing": {
        "en": 'The embedding model {model} is not on this machine. Give the path of a model folder in vanban.toml (model = "...").',
        "vi": 'Không có mô hình nhúng {model} trên máy này. Hãy ghi đường dẫn thư mục mô hình vào vanban.toml (model = "...").',
    },
    "chroma-unreachable": {
        "en": "The Chroma server at {address} does not answer: {reason}. Start it ('chroma run --host HOST --port PORT --path FOLDER'), or correct chroma in vanban.toml.",
        "vi": "Máy chủ Chroma tại {address} không trả lời: {reason}. Hãy khởi động máy chủ ('chroma run --host HOST --port PORT --path FOLDER') hoặc sửa chroma trong vanban.toml.",
    },
    "words-replaying": {
        "en": "The lexical index is being made anew by another process. Try again in a moment.",
        "vi": "Chỉ mục từ ngữ đang được một tiến trình khác tạo lại. Hãy thử lại sau giây lát.",
    },
    "store-failed": {
        "en": "The {store} did not answer: {reason}. Run 'vanban doctor --repair'.",
        "vi": "Kho {store} không trả lời: {reason}. Hãy chạy 'vanban doctor --repair'.",
    },
    "peers-missing": {
        "en": "The comparison needs packages that are not installed: {missing}. Run: pip install --constraint constraints.txt --editable '.[peers]'",
        "vi": "Phép so sánh cần các gói chưa được cài đặt: {missing}. Hãy chạy: pip install --constraint constraints.txt --editable '.[peers]'",
    },
    "internal": {
        "en": "Something failed that should not have. Nothing was changed; the details are in the server's log.",
        "vi": "Đã xảy ra lỗi ngoài dự kiến. Không có gì bị thay đổi; chi tiết nằm trong nhật ký máy chủ.",
    },
    # another model
    "reembed-nothing": {
        "en": "The index already answers by {model}. Nothing to do.",
        "vi": "Chỉ mục đã dùng mô hình {model}. Không có gì phải làm.",
    },
    "reembed-done": {
        "en": "Done: {documents} documents; the index answers by {model} now.",
        "vi": "Xong: {documents} văn bản; chỉ mục nay dùng mô hình {model}.",
    },
    # the doctor
    "doctor-engine": {
        "en": "Model {model}, run by {engine} ({precision}); cosine to the original at least {cosine}.",
        "vi": "Mô hình {model}, chạy bằng {engine} ({precision}); cosin so với bản gốc tối thiểu {cosine}.",
    },
    "doctor-engine-unchecked": {
        "en": "Model {model}, run by {engine} ({precision}), as the settings say.",
        "vi": "Mô hình {model}, chạy bằng {engine} ({precision}), theo thiết lập.",
    },
    "doctor-engine-slower": {
        "en": "Model {model}, run by {engine} ({precision}), not by the fastest engine: {reason}.",
        "vi": "Mô hình {model}, chạy bằng {engine} ({precision}), không phải bộ máy nhanh nhất: {reason}.",
    },
    "doctor-clean": {
        "en": "Clean: {documents} documents, {passages} passages, {vectors} vectors; catalogue, vectors and lexical index agree.",
        "vi": "Ổn: {documents} văn bản, {passages} đoạn, {vectors} véc-tơ; danh mục, véc-tơ và chỉ mục từ khớp nhau.",
    },
    "doctor-found": {"en": "Found: {what}", "vi": "Phát hiện: {what}"},
    "doctor-repaired": {"en": "Repaired.", "vi": "Đã sửa."},
    "doctor-advice": {"en": "Run 'vanban doctor --repair'.", "vi": "Hãy chạy 'vanban doctor --repair'."},
    "doctor-half-written": {"en": "{count} half-written document(s)", "vi": "{count} văn bản ghi dở"},
    "doctor-vectors": {
        "en": "vectors: {missing} missing, {extra} left over",
        "vi": "véc-tơ: thiếu {missing}, thừa {extra}",
    },
    "doctor-codes": {
        "en": "codes of vectors: {count} document(s) without",
        "vi": "mã véc-tơ: {count} văn bản chưa có",
    },
    "doctor-keywords": {
        "en": "lexical index: {missing} passages missing, {extra} left over",
        "vi": "chỉ mục từ: thiếu {missing} đoạn, thừa {extra} đoạn",
    },
    "doctor-originals": {"en": "{count} original file(s) missing", "vi": "thiếu {count} tệp gốc"},
}
