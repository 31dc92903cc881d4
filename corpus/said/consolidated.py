"""What is said of wordings put together as of a day, in both languages."""

from corpus.said.languages import Sentences

CONSOLIDATED_MESSAGES: Sentences = {
    "consolidated-title": {"en": "{name}, wording of {day}", "vi": "{name}, nội dung tại ngày {day}"},
    "consolidated-notice": {
        "en": "Put together by this program from the documents indexed, no official consolidation. In force on {day}: {status}.",
        "vi": "Nội dung do chương trình này hợp nhất từ các văn bản đã nạp, không phải văn bản hợp nhất chính thức. Hiệu lực tại ngày {day}: {status}.",
    },
    "consolidated-unchanged": {
        "en": "No indexed document had changed its wording by that day.",
        "vi": "Đến ngày đó chưa có văn bản nào đã nạp làm thay đổi nội dung.",
    },
    "consolidated-sources": {"en": "Changed by: {documents}.", "vi": "Được thay đổi bởi: {documents}."},
    "consolidated-waiting": {
        "en": "{documents} changed it in ways that are not carried out here: these are not all the words in force. See below.",
        "vi": "{documents} có thay đổi nhưng chưa hợp nhất được vào đây: nội dung này chưa phải toàn bộ nội dung có hiệu lực. Xem bên dưới.",
    },
    "consolidated-state-amended": {"en": "amended", "vi": "được sửa đổi"},
    "consolidated-state-inserted": {"en": "added", "vi": "được bổ sung"},
    "consolidated-state-annulled": {"en": "annulled", "vi": "được bãi bỏ"},
    "consolidated-state-renumbered": {"en": "renumbered", "vi": "được đánh số lại"},
    "consolidated-state-original": {"en": "as first issued", "vi": "như ban hành"},
    "consolidated-by": {"en": "{state} by {path} of {document}", "vi": "{state} theo {path} {document}"},
    "consolidated-by-document": {"en": "{state} by {document}", "vi": "{state} theo {document}"},
    "consolidated-since": {"en": "{by}, from {day}", "vi": "{by}, từ ngày {day}"},
    "consolidated-unsettled": {
        "en": "Not carried out, to be checked by a person: {reason}",
        "vi": "Chưa hợp nhất được, cần người kiểm tra: {reason}",
    },
    "consolidate-unit-missing": {"en": "there is no {unit}.", "vi": "không có {unit}."},
    "consolidate-unit-annulled": {"en": "{unit} had been annulled before.", "vi": "{unit} đã bị bãi bỏ trước đó."},
    "consolidate-unit-exists": {
        "en": "{unit} is to be added and is there already.",
        "vi": "{unit} được bổ sung nhưng đã có.",
    },
    "consolidate-no-wording": {"en": "the new wording was not found.", "vi": "không tìm thấy nội dung mới."},
    "consolidate-wording-elsewhere": {
        "en": "the new wording is not that of {unit}.",
        "vi": "nội dung mới không phải của {unit}.",
    },
    "consolidate-portion": {
        "en": "only a part of {unit} without a number is changed.",
        "vi": "chỉ sửa một phần không đánh số của {unit}.",
    },
    "consolidate-phrase-missing": {
        "en": "the words “{phrase}” do not stand there.",
        "vi": "không có cụm từ “{phrase}” ở đó.",
    },
    "consolidate-amends-amending": {
        "en": "it changes the amending text {document} itself.",
        "vi": "quy định này sửa đổi chính văn bản sửa đổi {document}.",
    },
    "consolidate-foreign": {
        "en": "{document} is indexed in another language only.",
        "vi": "{document} chỉ được nạp bằng ngôn ngữ khác.",
    },
}
