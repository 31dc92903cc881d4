"""What is said when two texts are compared, in both languages."""

from corpus.said.languages import Sentences

COMPARE_MESSAGES: Sentences = {
    "compare-title": {"en": "Comparison of {left} with {right}", "vi": "So sánh {left} với {right}"},
    "compare-left": {"en": "Left text", "vi": "Văn bản bên trái"},
    "compare-right": {"en": "Right text", "vi": "Văn bản bên phải"},
    "compare-difference": {"en": "Difference", "vi": "Khác biệt"},
    "compare-kind-same": {"en": "unchanged", "vi": "không đổi"},
    "compare-kind-changed": {"en": "changed", "vi": "sửa đổi"},
    "compare-kind-moved": {"en": "moved", "vi": "chuyển chỗ"},
    "compare-kind-renumbered": {"en": "renumbered", "vi": "đổi số thứ tự"},
    "compare-kind-split": {"en": "split", "vi": "tách"},
    "compare-kind-merged": {"en": "merged", "vi": "gộp"},
    "compare-kind-added": {"en": "added", "vi": "thêm mới"},
    "compare-kind-removed": {"en": "removed", "vi": "bỏ"},
    "compare-kind-beside": {"en": "side by side", "vi": "đặt cạnh nhau"},
    "compare-and-reworded": {"en": "{kind}, with other words", "vi": "{kind}, có sửa lời"},
    "compare-head": {"en": "Opening (before the first unit)", "vi": "Phần mở đầu (trước đơn vị đầu tiên)"},
    "compare-unnamed": {"en": "Unnumbered part at “{words}”", "vi": "Phần không đánh số, từ “{words}”"},
    "compare-word-removed": {"en": "removed:", "vi": "bỏ:"},
    "compare-word-added": {"en": "added:", "vi": "thêm:"},
    "compare-word-end": {"en": "end", "vi": "hết"},
    "compare-legend": {
        "en": "Struck through: only in the left text. Underlined: only in the right text.",
        "vi": "Gạch ngang: chỉ có ở văn bản bên trái. Gạch chân: chỉ có ở văn bản bên phải.",
    },
    "compare-ordered": {"en": "{unit} (by {order})", "vi": "{unit} (theo {order})"},
    "compare-summary": {"en": "Summary", "vi": "Tóm tắt"},
    "compare-in-detail": {"en": "Unit by unit", "vi": "Chi tiết từng đơn vị"},
    "compare-columns": {"en": "Left text ({left})", "vi": "Bên trái ({left})"},
    "compare-none": {
        "en": "The two texts do not differ, unit by unit and word by word.",
        "vi": "Hai văn bản không khác nhau, so từng đơn vị và từng từ.",
    },
    "compare-counts": {
        "en": "Differences: {counts}. Units unchanged: {same}.",
        "vi": "Khác biệt: {counts}. Số đơn vị không đổi: {same}.",
    },
    "compare-mode-versions": {
        "en": "Compared as two versions of one text: units of the same number are held against each other.",
        "vi": "So sánh như hai phiên bản của một văn bản: đối chiếu các đơn vị cùng số.",
    },
    "compare-mode-texts": {
        "en": "Few units of the same number say the same: units are matched by what they say, whatever their numbers.",
        "vi": "Ít đơn vị cùng số có nội dung giống nhau: các đơn vị được ghép theo nội dung, không theo số thứ tự.",
    },
    "compare-mode-amendment": {
        "en": "{right} amends {left}: shown is what each instruction changes in {left}.",
        "vi": "{right} sửa đổi {left}: trình bày nội dung mà từng quy định sửa đổi thay đổi trong {left}.",
    },
    "compare-mode-translation": {
        "en": "The texts are in two languages: units stand side by side, words are not compared.",
        "vi": "Hai văn bản khác ngôn ngữ: các đơn vị được đặt cạnh nhau, không so sánh từng từ.",
    },
    "compare-said-words": {"en": "“{old}” became “{new}”", "vi": "“{old}” thành “{new}”"},
    "compare-said-added": {"en": "added “{new}”", "vi": "thêm “{new}”"},
    "compare-said-removed": {"en": "left out “{old}”", "vi": "bỏ “{old}”"},
    "compare-said-more": {"en": "{count} more places", "vi": "{count} chỗ khác"},
    "compare-said-became": {"en": "{left} is now {right}", "vi": "{left} nay là {right}"},
    "compare-same-document": {
        "en": "“{name}” names the same document twice. Name two documents to compare.",
        "vi": "“{name}” chỉ cùng một văn bản. Hãy nêu hai văn bản cần so sánh.",
    },
    "compare-format-unknown": {
        "en": "A comparison cannot be given out as {format}. Take one of these: {formats}.",
        "vi": "Không xuất được bản so sánh theo định dạng {format}. Hãy chọn một trong các định dạng: {formats}.",
    },
}
