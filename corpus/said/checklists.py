"""What checklists say to people, in both languages. Knows nothing of where it is shown."""

from corpus.said.languages import Sentences

CHECKLIST_MESSAGES: Sentences = {
    "topic-empty": {
        "en": "The topic is empty. Say what the checklist is to be on, or the number of a document.",
        "vi": "Chủ đề đang trống. Hãy nêu nội dung cần lập danh mục hoặc số hiệu văn bản.",
    },
    "checklist-title-procedure": {"en": "Checklist: {topic}", "vi": "Danh mục việc cần làm: {topic}"},
    "checklist-title-assignment": {"en": "Assignment of tasks: {topic}", "vi": "Bảng phân công nhiệm vụ: {topic}"},
    "checklist-title-dossier": {"en": "Contents of the dossier: {topic}", "vi": "Thành phần hồ sơ: {topic}"},
    "stage-of-work-prepare": {"en": "Prepare", "vi": "Chuẩn bị"},
    "stage-of-work-meet": {"en": "Conditions to be met", "vi": "Điều kiện phải đáp ứng"},
    "stage-of-work-papers": {"en": "Papers to hand in", "vi": "Giấy tờ phải nộp"},
    "stage-of-work-submit": {"en": "Submit", "vi": "Gửi, trình"},
    "stage-of-work-appraise": {"en": "Appraise", "vi": "Thẩm định"},
    "stage-of-work-approve": {"en": "Approve, decide, issue", "vi": "Phê duyệt, quyết định, ban hành"},
    "stage-of-work-implement": {"en": "Implement", "vi": "Tổ chức thực hiện"},
    "stage-of-work-report": {"en": "Report, inspect, evaluate", "vi": "Báo cáo, kiểm tra, đánh giá"},
    "checklist-own": {"en": "Items of our own", "vi": "Mục tự thêm"},
    "checklist-lead-not-stated": {"en": "Lead agency not stated", "vi": "Không nêu cơ quan chủ trì"},
    "not-stated": {"en": "not stated", "vi": "không nêu"},
    "checklist-column-number": {"en": "No.", "vi": "TT"},
    "checklist-column-task": {"en": "Task", "vi": "Nội dung công việc"},
    "checklist-column-paper": {"en": "Paper", "vi": "Giấy tờ, tài liệu"},
    "checklist-column-lead": {"en": "Lead", "vi": "Cơ quan chủ trì"},
    "checklist-column-coordinators": {"en": "Coordinators", "vi": "Cơ quan phối hợp"},
    "checklist-column-deadline": {"en": "Deadline", "vi": "Thời hạn"},
    "checklist-column-product": {"en": "Product", "vi": "Sản phẩm"},
    "checklist-column-condition": {"en": "Condition", "vi": "Điều kiện"},
    "checklist-column-strength": {"en": "Binding", "vi": "Mức độ"},
    "checklist-column-assignee": {"en": "Assigned to", "vi": "Người thực hiện"},
    "checklist-column-note": {"en": "Note", "vi": "Ghi chú"},
    "checklist-day-excluded": {
        "en": "{phrase} (read strictly, {day} itself is too late)",
        "vi": "{phrase} (hiểu chặt chẽ thì không gồm ngày {day})",
    },
    "checklist-due-set": {"en": "set here: {day}", "vi": "tự đặt: {day}"},
    "checklist-against-deadline": {
        "en": "Sources differ on the deadline: see No. {numbers}.",
        "vi": "Các nguồn nêu thời hạn khác nhau: xem TT {numbers}.",
    },
    "checklist-against-lead": {
        "en": "Sources differ on the lead: see No. {numbers}.",
        "vi": "Các nguồn nêu cơ quan chủ trì khác nhau: xem TT {numbers}.",
    },
    "checklist-one-of": {
        "en": "One of these is enough: No. {numbers}.",
        "vi": "Chỉ cần một trong các mục: TT {numbers}.",
    },
    "checklist-added": {"en": "added by hand, without a source", "vi": "tự thêm, không có nguồn"},
    "checklist-searched": {
        "en": "Searched: {documents} documents, {passages} passages. Source words are as printed; where the sources say nothing, “not stated” stands.",
        "vi": "Đã tìm trong {documents} văn bản, {passages} đoạn. Nội dung trích theo nguyên văn; chỗ văn bản không nêu thì ghi “không nêu”.",
    },
    "checklist-empty": {
        "en": "The checklist is empty: no task or paper on this topic was found.",
        "vi": "Danh mục trống: không tìm thấy nhiệm vụ hay giấy tờ nào về nội dung này.",
    },
    "checklist-directions": {
        "en": "{count} general directions (“continue”, “strengthen”) that set no task to tick off were left out.",
        "vi": "Không đưa vào {count} nội dung định hướng chung (“tiếp tục”, “tăng cường”) không thành việc để kiểm.",
    },
    "checklist-more": {
        "en": "{count} more items of the same documents touch the topic only in part and were left out; make it again as “The wider list” to see them.",
        "vi": "Còn {count} mục khác của cùng các văn bản chỉ liên quan một phần, chưa đưa vào; lập lại và chọn “Danh mục mở rộng” để xem.",
    },
    "checklist-not-in-force": {
        "en": "{count} entries that do not hold any longer were left out ({documents}).",
        "vi": "Không đưa vào {count} nội dung đã hết hiệu lực hoặc đã được sửa đổi ({documents}).",
    },
    "checklist-document-ended": {
        "en": "No longer in force, as far as the documents say: {documents}.",
        "vi": "Theo các văn bản đã nạp, không còn hiệu lực: {documents}.",
    },
    "checklist-cut": {
        "en": "Only the first {shown} of {found} items are shown. Name a document or narrow the topic for the others.",
        "vi": "Chỉ hiển thị {shown} mục đầu trong {found} mục. Hãy nêu văn bản hoặc thu hẹp chủ đề để xem các mục khác.",
    },
    "checklist-contested": {
        "en": "On {count} items the sources differ; all are shown and marked.",
        "vi": "Có {count} mục mà các nguồn nêu khác nhau; tất cả đều được giữ và đánh dấu.",
    },
    "checklist-unknown": {
        "en": "There is no checklist {id}, or it was deleted.",
        "vi": "Không có danh mục {id}, hoặc danh mục đã bị xóa.",
    },
    "checklist-version-unknown": {
        "en": "Checklist {id} has no version {version}; the latest is {latest}.",
        "vi": "Danh mục {id} không có phiên bản {version}; phiên bản mới nhất là {latest}.",
    },
    "checklist-stale": {
        "en": "Somebody changed this checklist meanwhile: it is at version {latest}, and the changes were made on version {version}. Nothing was changed. Load it again and repeat the changes.",
        "vi": "Danh mục vừa được người khác sửa: nay là phiên bản {latest}, còn thay đổi này dựa trên phiên bản {version}. Chưa có gì bị thay đổi. Hãy tải lại rồi thực hiện lại.",
    },
    "checklist-locked": {
        "en": "“{field}” of item {item} is the source's own word and cannot be changed. Write what differs into its note, set an own date, or add an item of your own.",
        "vi": "“{field}” của mục {item} là nguyên văn của nguồn nên không sửa được. Hãy ghi điểm khác vào ghi chú, đặt ngày riêng, hoặc thêm một mục mới.",
    },
    "checklist-item-unknown": {
        "en": "The checklist has no item {item}.",
        "vi": "Danh mục không có mục {item}.",
    },
    "checklist-section-unknown": {
        "en": "The checklist has no section {section}.",
        "vi": "Danh mục không có phần {section}.",
    },
    "checklist-change-invalid": {
        "en": "The change “{op}” of “{field}” makes no sense: {reason}.",
        "vi": "Thay đổi “{op}” đối với “{field}” không hợp lệ: {reason}.",
    },
    "checklist-changes-too-many": {
        "en": "{sent} changes were sent at once; one call takes at most {limit}. Nothing was changed. Send them in several calls, each on the version that the call before gave back.",
        "vi": "Đã gửi {sent} thay đổi cùng một lúc; mỗi lần gọi chỉ nhận nhiều nhất {limit}. Chưa có gì bị thay đổi. Hãy chia thành nhiều lần gọi, mỗi lần dựa trên phiên bản mà lần gọi trước trả về.",
    },
    "checklist-sections-full": {
        "en": "A checklist holds at most {limit} sections. Nothing was changed. Rename a section that is there, or begin another checklist.",
        "vi": "Một danh mục chứa nhiều nhất {limit} phần. Chưa có gì bị thay đổi. Hãy đổi tên một phần đã có hoặc lập danh mục khác.",
    },
    "checklist-full": {
        "en": "A checklist holds at most {limit} items. Begin another one.",
        "vi": "Một danh mục chứa nhiều nhất {limit} mục. Hãy lập danh mục khác.",
    },
    "checklists-failed": {
        "en": "The file of checklists cannot be used: {reason}. Look at checklists.db in the data folder; restore it from a copy if it is damaged.",
        "vi": "Không dùng được tệp lưu danh mục: {reason}. Hãy kiểm tra checklists.db trong thư mục dữ liệu; nếu hỏng thì khôi phục từ bản sao.",
    },
    "checklists-newer": {
        "en": "checklists.db in the data folder was made by a later version of the program (schema {found}, known {known}). Update the program.",
        "vi": "checklists.db trong thư mục dữ liệu do phiên bản mới hơn của chương trình tạo ra (lược đồ {found}, đang biết {known}). Hãy cập nhật chương trình.",
    },
    "checklist-kept": {
        "en": "Kept as {id} (version {version}).",
        "vi": "Đã lưu với mã {id} (phiên bản {version}).",
    },
}
