"""What is said of files and archives that cannot be read, and of what a reader had to leave out, in both languages."""

from corpus.said.languages import Sentences

FILE_MESSAGES: Sentences = {
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
}
