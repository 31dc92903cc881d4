"""What an ingestion run and its report say, in both languages."""

from corpus.said.languages import Sentences

INGESTION_MESSAGES: Sentences = {
    "summary": {
        "en": "{added} added, {updated} updated, {unchanged} unchanged, {set_aside} set aside; {passages} passages in {seconds} s",
        "vi": "{added} thêm mới, {updated} cập nhật, {unchanged} không đổi, {set_aside} để riêng; {passages} đoạn trong {seconds} giây",
    },
    "summary-moved": {"en": "{moved} moved, {removed} removed", "vi": "{moved} chuyển chỗ, {removed} gỡ bỏ"},
    "folder-kept": {
        "en": "Nothing was found under {folder} (emptied, or not reachable): its documents were kept. If they are to go, index again with --prune.",
        "vi": "Không thấy gì trong {folder} (trống hoặc không truy cập được): các văn bản của thư mục được giữ lại. Nếu muốn gỡ, hãy nạp lại với --prune.",
    },
    "report-written": {"en": "report: {path}", "vi": "báo cáo: {path}"},
    "report-suffix": {
        "en": "The report {path} can be written as .html or .json. Name it so.",
        "vi": "Báo cáo {path} chỉ ghi được dạng .html hoặc .json. Hãy đặt tên như vậy.",
    },
    "report-unwritable": {
        "en": "The report {path} cannot be written: {reason}. What was indexed is kept.",
        "vi": "Không ghi được báo cáo {path}: {reason}. Các văn bản đã nạp vẫn được giữ.",
    },
    "report-title": {"en": "Indexing report", "vi": "Báo cáo nạp văn bản"},
    "report-made": {"en": "Made on {when}, in {seconds} s", "vi": "Lập ngày {when}, trong {seconds} giây"},
    "report-aside": {"en": "Set aside", "vi": "Để riêng"},
    "report-read": {"en": "Read", "vi": "Đã đọc"},
    "report-rest": {"en": "Moved, removed, unchanged", "vi": "Chuyển chỗ, gỡ bỏ, không đổi"},
    "report-units": {
        "en": "{articles} articles, {units} units, {passages} passages",
        "vi": "{articles} điều, {units} đơn vị, {passages} đoạn",
    },
    "outcome-added": {"en": "added", "vi": "thêm mới"},
    "outcome-updated": {"en": "updated", "vi": "cập nhật"},
    "outcome-unchanged": {"en": "unchanged", "vi": "không đổi"},
    "outcome-moved": {"en": "moved", "vi": "chuyển chỗ"},
    "outcome-removed": {"en": "removed", "vi": "gỡ bỏ"},
    "outcome-set-aside": {"en": "set aside", "vi": "để riêng"},
    "read-text": {"en": "text", "vi": "chữ có sẵn"},
    "read-ocr": {"en": "scan, {sure} % sure", "vi": "bản quét, chắc {sure} %"},
    "read-text+ocr": {"en": "text and scan, {sure} % sure", "vi": "chữ có sẵn và bản quét, chắc {sure} %"},
    "read-pages": {"en": "{pages} pages", "vi": "{pages} trang"},
    "read-unsure": {"en": "⚠ check page {pages}", "vi": "⚠ cần đối chiếu trang {pages}"},
    "read-check": {"en": "⚠ check the pages", "vi": "⚠ cần đối chiếu trang"},
    "read-sure": {"en": "({sure} % sure)", "vi": "(chắc {sure} %)"},
    "set-aside": {"en": "set aside: {name}: {reason}", "vi": "để riêng: {name}: {reason}"},
    "nothing-indexed": {
        "en": "Nothing is indexed yet. Index files or folders with 'vanban ingest PATH'.",
        "vi": "Chưa có văn bản nào. Hãy nạp tệp hoặc thư mục bằng 'vanban ingest ĐƯỜNG_DẪN'.",
    },
    "watching": {
        "en": "Watching {paths} for changes (stop with Ctrl+C)",
        "vi": "Đang theo dõi thay đổi ở {paths} (dừng bằng Ctrl+C)",
    },
    "ask-password": {"en": "Password of locked files", "vi": "Mật khẩu của tệp bị khóa"},
    "step-reading": {"en": "reading", "vi": "đang đọc"},
    "step-recognising": {"en": "recognising", "vi": "đang nhận dạng"},
    "step-embedding": {"en": "indexing", "vi": "đang lập chỉ mục"},
    "step-done": {"en": "done", "vi": "xong"},
    "step-page": {"en": "page {page} of {pages}", "vi": "trang {page}/{pages}"},
    "serving": {
        "en": "Vanban is ready: open {address} in the browser (stop with Ctrl+C)",
        "vi": "Vanban đã sẵn sàng: mở {address} trong trình duyệt (dừng bằng Ctrl+C)",
    },
}
