"""What a course pack says: headings, lessons, questions from templates."""

from corpus.said.languages import Sentences

COURSE_MESSAGES: Sentences = {
    # how documents and places are named
    "course-numbered": {"vi": "{kind} số {number}", "en": "{kind} No. {number}"},
    "course-titled": {"vi": "văn bản “{title}”", "en": "the document “{title}”"},
    "course-document": {"vi": "Văn bản", "en": "Document"},
    "course-at": {"vi": "{place}, {document}", "en": "{place} of {document}"},
    "course-at-enclosed": {
        "vi": "{place} {enclosed} ban hành kèm theo {document}",
        "en": "{place} of the {enclosed} issued with {document}",
    },
    "course-under": {"vi": "(“{title}”)", "en": "(headed “{title}”)"},
    # questions
    "course-asked-in-place": {"vi": "Theo {place}{under}: {words}?", "en": "According to {place}{under}: {words}?"},
    "course-which-number": {
        "vi": "Theo {place}{under}, số nào còn thiếu trong quy định sau: “{words}”?",
        "en": "According to {place}{under}, which number is missing here: “{words}”?",
    },
    "course-which-day": {
        "vi": "Theo {place}{under}, ngày nào còn thiếu trong quy định sau: “{words}”?",
        "en": "According to {place}{under}, which date is missing here: “{words}”?",
    },
    "course-which-body": {
        "vi": "Theo {place}{under}, cơ quan hoặc người nào còn thiếu trong quy định sau: “{words}”?",
        "en": "According to {place}{under}, which body or person is missing here: “{words}”?",
    },
    "course-whose-task": {
        "vi": "Theo {place}, nhiệm vụ sau đây được giao cho ai: “{words}”?",
        "en": "According to {place}, to whom is this task given: “{words}”?",
    },
    "course-cell": {
        "vi": "Theo {place}{under}, “{column}” của “{row}” là bao nhiêu?",
        "en": "According to {place}{under}, what is the “{column}” of “{row}”?",
    },
    "course-cell-is": {"vi": "{row}: {column} – {value}", "en": "{row}: {column}: {value}"},
    "course-true-or-false": {
        "vi": "Đúng hay sai? Tại {place}{under} ghi: “{words}”.",
        "en": "True or false? In {place}{under} it says: “{words}”.",
    },
    "course-fill-number": {
        "vi": "Điền số còn thiếu theo {place}{under}: “{words}”",
        "en": "Fill in the missing number according to {place}{under}: “{words}”",
    },
    "course-fill-day": {
        "vi": "Điền ngày còn thiếu theo {place}{under}: “{words}”",
        "en": "Fill in the missing date according to {place}{under}: “{words}”",
    },
    "course-which-term": {
        "vi": "Theo {place}, thuật ngữ nào được giải thích như sau: “{words}”?",
        "en": "According to {place}, which term is explained as follows: “{words}”?",
    },
    "course-what-meaning": {"vi": "Theo {place}, “{term}” được hiểu là gì?", "en": "According to {place}, what does “{term}” mean?"},
    "course-term-or-not": {
        "vi": "Đúng hay sai? Theo {place}, “{term}” được hiểu là: “{words}”.",
        "en": "True or false? According to {place}, “{term}” means: “{words}”.",
    },
    "course-stands-for": {
        "vi": "Theo {place}, “{term}” là chữ viết tắt của cụm từ nào?",
        "en": "According to {place}, what does the abbreviation “{term}” stand for?",
    },
    "course-list-all": {
        "vi": "Nêu đủ {count} nội dung được liệt kê tại {place}{under}: “{words}”",
        "en": "State all {count} items listed in {place}{under}: “{words}”",
    },
    "course-how-many": {"vi": "bao nhiêu", "en": "how many"},
    "course-which-share": {"vi": "bao nhiêu phần trăm", "en": "what percentage"},
    "course-what-day": {"vi": "ngày nào", "en": "what date"},
    "course-what-body": {"vi": "cơ quan nào", "en": "which body"},
    "course-who": {"vi": "ai", "en": "who"},
    "course-true": {"vi": "Đúng", "en": "True"},
    "course-false": {"vi": "Sai", "en": "False"},
    "course-false-because": {"vi": "Sai (văn bản ghi: {words})", "en": "False (the text says: {words})"},
    # cases
    "course-case-deadline": {
        "vi": "{place}{under} quy định: “{words}”. Giả sử thời hạn này tính từ {start} và không có ngày nghỉ lễ xen giữa. Ngày cuối cùng của thời hạn là ngày nào?",
        "en": "{place}{under} lays down: “{words}”. Suppose that the period runs from {start}, with no public holiday in between. What is the last day of the period?",
    },
    "course-case-last-day": {
        "vi": "{end} (tính {length} {unit}, bắt đầu từ ngày liền sau {start}).",
        "en": "{end} ({length} {unit}, counted from the day after {start}).",
    },
    "course-case-age": {
        "vi": "Một người thuộc đối tượng áp dụng, {value} tuổi tại thời điểm xét. Chỉ xét điều kiện về tuổi tại {place}{under}, người này có đáp ứng không? Nêu căn cứ.",
        "en": "A person to whom the provision applies is {value} years old at the relevant time. Considering only the age condition in {place}{under}, is it met? Name the basis.",
    },
    "course-case-experience": {
        "vi": "Một người thuộc đối tượng áp dụng, có {value} {unit} công tác được tính theo quy định. Chỉ xét điều kiện về thời gian công tác tại {place}{under}, người này có đáp ứng không? Nêu căn cứ.",
        "en": "A person to whom the provision applies has {value} {unit} of working time that counts. Considering only the condition on working time in {place}{under}, is it met? Name the basis.",
    },
    "course-case-met": {"vi": "Đáp ứng: “{words}”", "en": "Met: “{words}”"},
    "course-case-not-met": {"vi": "Không đáp ứng: “{words}”", "en": "Not met: “{words}”"},
    "course-unit-year": {"vi": "năm", "en": "years"},
    "course-unit-month": {"vi": "tháng", "en": "months"},
    "course-unit-week": {"vi": "tuần", "en": "weeks"},
    "course-unit-day": {"vi": "ngày", "en": "days"},
    "course-unit-working_day": {"vi": "ngày làm việc", "en": "working days"},
    # the outline
    "course-title": {"vi": "Tập bài giảng: {subject}", "en": "Course pack: {subject}"},
    "course-objectives": {"vi": "Mục tiêu", "en": "Objectives"},
    "course-session": {"vi": "Buổi {number}: {title}", "en": "Session {number}: {title}"},
    "course-provisions": {"vi": "Quy định trọng tâm", "en": "Key provisions"},
    "course-glossary": {"vi": "Thuật ngữ", "en": "Glossary"},
    "course-glossary-own": {
        "vi": "Dòng không ghi nguồn lấy từ bảng thuật ngữ Việt - Anh của phần mềm, không phải lời của văn bản.",
        "en": "A line without a source is from the program's own Vietnamese-English glossary, not from a document.",
    },
    "course-cases": {"vi": "Bài tập tình huống", "en": "Cases"},
    "course-quiz": {"vi": "Câu hỏi kiểm tra", "en": "Quiz"},
    "course-key": {"vi": "Đáp án", "en": "Answer key"},
    "course-objective-units": {
        "vi": "Trình bày được quy định về: {title}",
        "en": "State what is laid down under: {title}",
    },
    "course-objective-leads": {
        "vi": "Xác định được cơ quan, người có trách nhiệm đối với các nhiệm vụ được giao.",
        "en": "Tell which body or person is responsible for the tasks assigned.",
    },
    "course-objective-deadlines": {
        "vi": "Nêu và tính được các thời hạn phải thực hiện.",
        "en": "State and compute the time limits to be kept.",
    },
    "course-objective-requirements": {
        "vi": "Đối chiếu được một trường hợp cụ thể với tiêu chuẩn, điều kiện.",
        "en": "Compare a given case with the standards and conditions.",
    },
    "course-objective-terms": {"vi": "Giải thích được các thuật ngữ.", "en": "Explain the terms used."},
    "course-step-opening": {"vi": "Mở đầu, giới thiệu mục tiêu", "en": "Opening, objectives"},
    "course-step-review": {"vi": "Thảo luận, kiểm tra nhanh", "en": "Discussion, quick test"},
    "course-minutes": {"vi": "{minutes} phút", "en": "{minutes} minutes"},
    "course-timing": {
        "vi": "Số buổi: {sessions}, mỗi buổi {each} phút, tổng cộng {total} phút.",
        "en": "Sessions: {sessions}, {each} minutes each, {total} minutes in all.",
    },
    "course-from": {"vi": "Nguồn: {documents}.", "en": "Sources: {documents}."},
    "course-covers": {"vi": "Phạm vi: {units}.", "en": "Covers: {units}."},
    "course-made-with": {
        "vi": "Lập tự động từ văn bản, mã chọn câu hỏi: {seed}. Cần giảng viên xem lại trước khi dùng.",
        "en": "Made automatically from the documents, question seed {seed}. To be reviewed by a teacher before use.",
    },
    "course-fewer-questions": {
        "vi": "Chỉ lập được {made} trong {asked} câu hỏi đã yêu cầu: văn bản không đủ dữ kiện để có thêm câu hỏi chỉ có một đáp án đúng.",
        "en": "Only {made} of the {asked} questions asked for could be made: the documents hold no further facts with exactly one right answer.",
    },
    "course-fewer-sessions": {
        "vi": "Chỉ chia được {made} trong {asked} buổi đã yêu cầu: văn bản không có nhiều phần hơn.",
        "en": "Only {made} of the {asked} sessions asked for could be laid out: the text has no more parts.",
    },
    "course-in-dispute": {
        "vi": "{count} dữ kiện không được dùng để hỏi vì văn bản khác quy định khác đi.",
        "en": "{count} facts were not asked about, because another document states them otherwise.",
    },
    "course-replaced": {
        "vi": "Lưu ý: theo {documents}, văn bản này đã được thay thế hoặc bãi bỏ.",
        "en": "Mind: according to {documents}, the document has been replaced or annulled.",
    },
    "course-changed": {
        "vi": "Đã được sửa đổi, bổ sung hoặc bãi bỏ bởi {documents} nên không đưa vào câu hỏi: {units}.",
        "en": "Amended or annulled by {documents}, therefore not asked about: {units}.",
    },
    "course-more-documents": {
        "vi": "Văn bản khác có liên quan, chưa đưa vào: {documents}.",
        "en": "Other documents on the topic, not included: {documents}.",
    },
    "course-column-no": {"vi": "TT", "en": "No."},
    "course-column-content": {"vi": "Nội dung", "en": "Content"},
    "course-column-time": {"vi": "Thời lượng", "en": "Time"},
    "course-column-words": {"vi": "Lời văn", "en": "Words"},
    "course-column-term": {"vi": "Thuật ngữ", "en": "Term"},
    "course-column-meaning": {"vi": "Giải thích", "en": "Meaning"},
    "course-column-case": {"vi": "Tình huống", "en": "Case"},
    "course-column-solution": {"vi": "Hướng giải quyết", "en": "Solution"},
    "course-column-form": {"vi": "Dạng", "en": "Form"},
    "course-column-level": {"vi": "Mức độ", "en": "Level"},
    "course-column-question": {"vi": "Câu hỏi", "en": "Question"},
    "course-column-options": {"vi": "Phương án", "en": "Options"},
    "course-column-answer": {"vi": "Đáp án", "en": "Answer"},
    "course-form-choice": {"vi": "Trắc nghiệm", "en": "Multiple choice"},
    "course-form-true_false": {"vi": "Đúng/Sai", "en": "True/False"},
    "course-form-fill_in": {"vi": "Điền khuyết", "en": "Fill-in"},
    "course-form-short": {"vi": "Trả lời ngắn", "en": "Short answer"},
    "course-level-easy": {"vi": "Dễ", "en": "Easy"},
    "course-level-medium": {"vi": "Trung bình", "en": "Medium"},
    "course-level-hard": {"vi": "Khó", "en": "Hard"},
    # what goes wrong
    "course-nothing": {
        "vi": "Không có văn bản nào đã nạp đề cập đến chủ đề “{topic}” (đã tìm trong {documents} văn bản), nên không lập bài giảng. Hãy thử số, ký hiệu văn bản hoặc tên gọi khác.",
        "en": "No indexed document covers the topic “{topic}” (looked through {documents} documents), so no course was made. Try a document's number or another name.",
    },
    "course-language-lacking": {
        "vi": "Không có văn bản nào về “{topic}” bằng ngôn ngữ đã chọn.",
        "en": "No document on “{topic}” is in the language asked for.",
    },
    "course-chapter-unknown": {
        "vi": "{document} không có chương hoặc mục “{chapter}”. Hiện có: {there}.",
        "en": "{document} has no chapter or unit “{chapter}”. There are: {there}.",
    },
    "course-topic-empty": {"vi": "Chủ đề đang trống. Hãy nhập chủ đề hoặc số văn bản.", "en": "The topic is empty. Type a topic or a document's number."},
    "course-unknown": {
        "vi": "Không có bài giảng này, hoặc bài giảng không còn được lưu.",
        "en": "There is no such course, or it is no longer kept.",
    },
    "courses-failed": {
        "vi": "Không dùng được tệp lưu bài giảng: {reason}. Hãy xóa courses.db trong thư mục dữ liệu (bài giảng lập lại được).",
        "en": "The file of courses cannot be used: {reason}. Delete courses.db in the data folder (courses can be made again).",
    },
    "course-kept": {"vi": "Đã lưu với mã {id}.", "en": "Kept as {id}."},
    "course-written": {"vi": "Đã ghi {path}: {questions} câu hỏi.", "en": "Wrote {path}: {questions} questions."},
}  # fmt: skip
