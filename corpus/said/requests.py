"""What is said of a request that cannot be met: what is wrong with it, what it asks for that is not there, what is in its
way, and the titles of problems over HTTP. In both languages."""

from corpus.said.languages import Sentences

REQUEST_MESSAGES: Sentences = {
    # requests
    "question-empty": {
        "en": "The question is empty. Type a question.",
        "vi": "Câu hỏi đang trống. Hãy nhập câu hỏi.",
    },
    "question-too-long": {
        "en": "The question has {length} characters; at most {limit} are read. Shorten it.",
        "vi": "Câu hỏi dài {length} ký tự; tối đa {limit} ký tự. Hãy rút ngắn.",
    },
    "question-no-such-day": {
        "en": "There is no such day as {day}. Correct the day and ask again.",
        "vi": "Không có ngày {day} trong lịch. Hãy sửa lại ngày rồi hỏi lại.",
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
}
