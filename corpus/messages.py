"""Every sentence that the program says to a person, in both languages. Knows nothing of where it is shown."""

from typing import Literal

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
    "file-needs-password": {
        "en": "{name} is protected by a password. Save a copy without the password and index that.",
        "vi": "Tệp {name} có mật khẩu. Hãy lưu một bản không có mật khẩu rồi nạp bản đó.",
    },
    "file-no-text": {
        "en": "{name} holds no text (a scan or pictures only). It needs text recognition, which this version does not do yet.",
        "vi": "Tệp {name} không có chữ (bản quét hoặc chỉ có hình). Tệp cần nhận dạng chữ, phiên bản này chưa làm được.",
    },
    "file-unreadable": {
        "en": "{name} cannot be opened: {reason}. Check that the file exists and that you may read it.",
        "vi": "Không mở được tệp {name}: {reason}. Hãy kiểm tra tệp có tồn tại và bạn có quyền đọc.",
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
    "not-yet": {
        "en": "This is planned but not there yet: {what}.",
        "vi": "Chức năng này đã có trong kế hoạch nhưng chưa làm: {what}.",
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
        "en": "The index was made with the model {indexed}, the settings name {wanted}. Run 'vanban doctor --repair' to embed again, or set the model back.",
        "vi": "Chỉ mục được tạo bằng mô hình {indexed}, thiết lập đang chọn {wanted}. Hãy chạy 'vanban doctor --repair' để tạo lại, hoặc đặt lại mô hình cũ.",
    },
    # model and stores
    "model-missing": {
        "en": 'The embedding model {model} is not on this machine. Give the path of a model folder in vanban.toml (model = "...").',
        "vi": 'Không có mô hình nhúng {model} trên máy này. Hãy ghi đường dẫn thư mục mô hình vào vanban.toml (model = "...").',
    },
    "store-failed": {
        "en": "The {store} did not answer: {reason}. Run 'vanban doctor --repair'.",
        "vi": "Kho {store} không trả lời: {reason}. Hãy chạy 'vanban doctor --repair'.",
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
    "set-aside": {"en": "set aside: {name}: {reason}", "vi": "để riêng: {name}: {reason}"},
    "nothing-indexed": {
        "en": "Nothing is indexed yet. Index files or folders with 'vanban ingest PATH'.",
        "vi": "Chưa có văn bản nào. Hãy nạp tệp hoặc thư mục bằng 'vanban ingest ĐƯỜNG_DẪN'.",
    },
    "reading": {"en": "Reading", "vi": "Đang đọc"},
    "serving": {
        "en": "vanban answers at {address}  (stop with Ctrl+C)",
        "vi": "vanban trả lời tại {address}  (dừng bằng Ctrl+C)",
    },
    # the doctor
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
    "title-501": {"en": "Not there yet", "vi": "Chưa có"},
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
    "planned-checklists": {"en": "checklists", "vi": "danh mục việc cần làm"},
    "planned-pages": {"en": "pages as images", "vi": "trang ở dạng hình ảnh"},
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
    "nothing-found": {"en": "Nothing found for: {words}", "vi": "Không tìm thấy gì cho: {words}"},
    "cited-page": {"en": "page {page}", "vi": "trang {page}"},
    "column-id": {"en": "Id", "vi": "Mã"},
    "column-number": {"en": "Number", "vi": "Số, ký hiệu"},
    "column-type": {"en": "Type", "vi": "Loại"},
    "column-issuer": {"en": "Issuer", "vi": "Cơ quan ban hành"},
    "column-issued": {"en": "Date", "vi": "Ngày"},
    "column-status": {"en": "Status", "vi": "Hiệu lực"},
    "column-passages": {"en": "Passages", "vi": "Số đoạn"},
    # answers
    "answer-not-found": {
        "en": "The documents do not say. Searched: {documents} documents, {passages} passages.",
        "vi": "Các văn bản không nêu nội dung này. Đã tìm trong {documents} văn bản, {passages} đoạn.",
    },
    "answer-nothing-indexed": {
        "en": "No documents match the filters, or none are indexed yet, so there is nothing to answer from.",
        "vi": "Chưa có văn bản nào được nạp hoặc không văn bản nào khớp bộ lọc, nên không có căn cứ để trả lời.",
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
    "nearest": {"en": "Nearest documents: {documents}.", "vi": "Văn bản gần nhất: {documents}."},
}


def message(code: str, language: Language, **facts: object) -> str:
    """The message `code` in one language, filled with its facts; an unknown code is a KeyError."""
    return MESSAGES[code][language].format(**facts)
