"""What is said of validity and relations: states, kinds, findings, answers."""

from corpus.said.languages import Sentences

VALIDITY_MESSAGES: Sentences = {
    "step-relating": {"en": "reading relations", "vi": "đang đọc quan hệ giữa các văn bản"},
    "summary-related": {
        "en": "Relations read anew for {count} document(s), from the stored text.",
        "vi": "Đã đọc lại quan hệ của {count} văn bản từ nội dung đã lưu.",
    },
    "doctor-relations": {
        "en": "relations of {count} document(s) read by another version",
        "vi": "quan hệ của {count} văn bản do phiên bản khác đọc",
    },
    # states
    "status-not_yet": {"en": "not yet in force", "vi": "chưa có hiệu lực"},
    "status-in_force": {"en": "in force", "vi": "còn hiệu lực"},
    "status-partly_expired": {"en": "partly expired or amended", "vi": "hết hiệu lực một phần (đã được sửa đổi)"},
    "status-expired": {"en": "expired", "vi": "hết hiệu lực"},
    "status-suspended": {"en": "suspended", "vi": "ngưng hiệu lực"},
    "status-unknown": {"en": "unknown", "vi": "chưa rõ hiệu lực"},
    "status-unknown-word": {
        "en": "{said} is no state of a document. States: {states}.",
        "vi": "{said} không phải là tình trạng hiệu lực. Các tình trạng: {states}.",
    },
    "status-number": {
        "en": "{said} is neither the number nor the id of a document, nor the title of one that is indexed.",
        "vi": "{said} không phải là số hiệu, mã hay tên của văn bản nào đã nạp.",
    },
    "status-ambiguous": {
        "en": "{said} may mean several documents: {names}. Give the whole number, or the id.",
        "vi": "{said} có thể là nhiều văn bản: {names}. Hãy ghi đủ số, ký hiệu hoặc mã văn bản.",
    },
    "status-days": {
        "en": "The state would end on {until}, before it begins on {first}. Give the days the other way round.",
        "vi": "Tình trạng kết thúc ngày {until}, trước ngày bắt đầu {first}. Hãy đổi chỗ hai ngày.",
    },
    "status-who": {
        "en": "Say who enters the state and why: --who, --why.",
        "vi": "Hãy ghi rõ người nhập và lý do: --who, --why.",
    },
    "status-entry-unknown": {
        "en": "No state was entered under {id}.",
        "vi": "Không có mục nhập tình trạng hiệu lực nào mang số {id}.",
    },
    "status-list-unread": {
        "en": "{name} is no list of states: CSV or JSON with number, status and, where known, effective_from, effective_to, source.",
        "vi": "{name} không phải là danh sách tình trạng hiệu lực: cần CSV hoặc JSON có number, status và, nếu biết, effective_from, effective_to, source.",
    },
    "status-list-row": {
        "en": "row {row}: {reason}",
        "vi": "dòng {row}: {reason}",
    },
    "status-entered": {
        "en": "{count} state(s) entered; they apply to {documents} indexed document(s).",
        "vi": "Đã nhập {count} tình trạng; áp dụng cho {documents} văn bản đã nạp.",
    },
    "status-withdrawn": {"en": "Withdrawn: {number}, {status}.", "vi": "Đã rút lại: {number}, {status}."},
    # kinds of relations, as the document that states them does them
    "relation-based_on": {"en": "is based on", "vi": "căn cứ"},
    "relation-details": {"en": "details", "vi": "quy định chi tiết"},
    "relation-guides": {"en": "guides", "vi": "hướng dẫn"},
    "relation-amends": {"en": "amends", "vi": "sửa đổi, bổ sung"},
    "relation-supplements": {"en": "supplements", "vi": "bổ sung"},
    "relation-replaces": {"en": "replaces", "vi": "thay thế"},
    "relation-annuls": {"en": "annuls", "vi": "bãi bỏ"},
    "relation-expires": {"en": "says expired", "vi": "nêu hết hiệu lực"},
    "relation-corrects": {"en": "corrects", "vi": "đính chính"},
    "relation-consolidates": {"en": "consolidates", "vi": "hợp nhất"},
    "relation-suspends": {"en": "suspends", "vi": "đình chỉ, ngưng hiệu lực"},
    "relation-resumes": {"en": "puts in force again", "vi": "cho có hiệu lực trở lại"},
    "relation-extends": {"en": "extends", "vi": "kéo dài hiệu lực"},
    "relation-continues": {"en": "keeps in force", "vi": "cho tiếp tục áp dụng"},
    "relation-postpones": {"en": "postpones", "vi": "lùi thời điểm có hiệu lực"},
    "relation-refers_to": {"en": "refers to", "vi": "dẫn chiếu"},
    # what cannot be right
    "relation-self": {
        "en": "The document says that it changes or ends itself: {number}.",
        "vi": "Văn bản nêu là thay đổi hoặc chấm dứt chính nó: {number}.",
    },
    "relation-cycle": {
        "en": "The document ends {number}, which in turn ends it.",
        "vi": "Văn bản chấm dứt {number}, trong khi văn bản đó lại chấm dứt chính văn bản này.",
    },
    "relation-day-impossible": {"en": "There is no such day: {day}.", "vi": "Không có ngày này: {day}."},
    "relation-to-later": {
        "en": "The document speaks of {number}, which by its date was issued later.",
        "vi": "Văn bản nói đến {number}, mà theo ngày ghi thì ban hành sau.",
    },
    "relation-stated-twice": {
        "en": "The same is said of {number} from two days: {day} and {other}. The first holds.",
        "vi": "Cùng một nội dung về {number} được nêu theo hai ngày: {day} và {other}. Tính theo ngày đầu.",
    },
    "relation-ended-twice": {
        "en": "{number} ends by this document on {day}, by another already on {other}. The earlier day holds.",
        "vi": "{number} hết hiệu lực theo văn bản này từ {day}, theo văn bản khác đã từ {other}. Tính theo ngày sớm hơn.",
    },
    "relation-unit-missing": {
        "en": "{number} has no such unit: {unit}.",
        "vi": "{number} không có đơn vị này: {unit}.",
    },
    "relation-not-competent": {
        "en": "Says that it changes {number}, which is of higher rank than itself; that was not carried out.",
        "vi": "Nêu thay đổi {number} là văn bản có thứ bậc cao hơn nó; nội dung này không được áp dụng.",
    },
    "relation-ambiguous": {
        "en": "Several indexed documents may be meant by {number}; none was taken.",
        "vi": "{number} có thể là nhiều văn bản đã nạp; chưa gắn với văn bản nào.",
    },
    "effect-stated-twice": {
        "en": "The document states two days for itself: {day} and {other}. The first holds.",
        "vi": "Văn bản nêu hai ngày cho chính nó: {day} và {other}. Tính theo ngày nêu trước.",
    },
    "effect-before-issue": {
        "en": "The document says that it holds from {day}, before it was issued.",
        "vi": "Văn bản nêu có hiệu lực từ {day}, trước ngày ban hành.",
    },
    "amount-words-differ": {
        "en": "An amount is {figures} in figures and another in words: {words}.",
        "vi": "Số tiền bằng số ({figures}) khác với bằng chữ ({words}).",
    },
    # answers where the best match did not hold
    "outdated-not-yet": {
        "en": "What answers stands in {number}, which was not yet in force on {day} (it is from {until}).",
        "vi": "Nội dung phù hợp nằm ở {number}, chưa có hiệu lực vào ngày {day} (có hiệu lực từ {until}).",
    },
    "outdated-suspended": {
        "en": "What answers stands in {number}, which was suspended on {day} (since {since}).",
        "vi": "Nội dung phù hợp nằm ở {number}, đang ngưng hiệu lực vào ngày {day} (từ {since}).",
    },
    "outdated-by": {
        "en": "What answers stands in {number}, which was no longer in force on {day}: it ended on {since} by {others}.",
        "vi": "Nội dung phù hợp nằm ở {number}, tính đến ngày {day} đã hết hiệu lực: hết hiệu lực từ {since} theo {others}.",
    },
    "outdated-expired": {
        "en": "What answers stands in {number}, which was no longer in force on {day}.",
        "vi": "Nội dung phù hợp nằm ở {number}, tính đến ngày {day} đã hết hiệu lực.",
    },
    # answers to questions about validity
    "validity-in-force": {
        "en": "Yes: {number} was in force on {day}, since {since}, per the documents indexed.",
        "vi": "Có: {number} còn hiệu lực vào ngày {day}, có hiệu lực từ {since}, theo các văn bản đã nạp.",
    },
    "validity-holds": {
        "en": "Yes: {number} was in force on {day}, per the documents indexed.",
        "vi": "Có: {number} còn hiệu lực vào ngày {day}, theo các văn bản đã nạp.",
    },
    "validity-changed": {
        "en": "Yes: {number} was in force on {day}, since {since} in the words of {others}.",
        "vi": "Có: {number} còn hiệu lực vào ngày {day}, từ {since} theo nội dung sửa đổi của {others}.",
    },
    "validity-partly": {
        "en": "Yes, in part: {number} was in force on {day}, amended or partly ended by {others}.",
        "vi": "Còn hiệu lực một phần: {number} vào ngày {day} đã được {others} sửa đổi hoặc bãi bỏ một phần.",
    },
    "validity-ended": {
        "en": "No: {number} was no longer in force on {day}; it ended on {since}.",
        "vi": "Không: {number} tính đến ngày {day} đã hết hiệu lực, hết hiệu lực từ {since}.",
    },
    "validity-ended-by": {
        "en": "No: {number} was no longer in force on {day}; it ended on {since}, annulled or replaced by {others}.",
        "vi": "Không: {number} tính đến ngày {day} đã hết hiệu lực; bị bãi bỏ hoặc thay thế từ {since} theo {others}.",
    },
    "validity-not-yet": {
        "en": "No: {number} was not yet in force on {day}; it is from {until}.",
        "vi": "Chưa: {number} chưa có hiệu lực vào ngày {day}; có hiệu lực từ {until}.",
    },
    "validity-not-yet-open": {
        "en": "No: {number} was not yet in force on {day}.",
        "vi": "Chưa: {number} chưa có hiệu lực vào ngày {day}.",
    },
    "validity-suspended": {
        "en": "No: {number} was suspended on {day}, from {since}; it is in force again from {until}.",
        "vi": "Không: {number} đang ngưng hiệu lực vào ngày {day}, từ {since}; có hiệu lực trở lại từ {until}.",
    },
    "validity-suspended-open": {
        "en": "No: {number} was suspended on {day}, from {since}.",
        "vi": "Không: {number} đang ngưng hiệu lực vào ngày {day}, từ {since}.",
    },
    "validity-undated": {
        "en": "{number} is ended by {others}, but no document says from which day; so for {day} it is not known.",
        "vi": "{number} hết hiệu lực theo {others}, nhưng không văn bản nào nêu từ ngày nào; vì vậy chưa rõ vào ngày {day}.",
    },
    "validity-unknown": {
        "en": "The documents indexed do not say whether {number} was in force on {day}.",
        "vi": "Các văn bản đã nạp không nêu {number} có còn hiệu lực vào ngày {day} hay không.",
    },
    "validity-since": {
        "en": "{number} is in force from {since}.",
        "vi": "{number} có hiệu lực từ ngày {since}.",
    },
    "validity-since-unknown": {
        "en": "The documents indexed do not say from when {number} is in force.",
        "vi": "Các văn bản đã nạp không nêu {number} có hiệu lực từ khi nào.",
    },
    "validity-until": {
        "en": "{number} is no longer in force from {since}, by its own term.",
        "vi": "{number} hết hiệu lực từ ngày {since}, theo thời hạn tự nêu.",
    },
    "validity-until-by": {
        "en": "{number} is no longer in force from {since}, by {others}.",
        "vi": "{number} hết hiệu lực từ ngày {since}, theo {others}.",
    },
    "validity-paused": {
        "en": "{number} was suspended from {since} until the day before {until}.",
        "vi": "{number} ngưng hiệu lực từ ngày {since} đến trước ngày {until}.",
    },
    "validity-paused-open": {
        "en": "{number} was suspended from {since}; the documents indexed do not say until when.",
        "vi": "{number} ngưng hiệu lực từ ngày {since}; các văn bản đã nạp không nêu đến khi nào.",
    },
    "validity-suspended_by": {
        "en": "{number} is suspended, as a whole or in part, by {others}.",
        "vi": "{number} bị ngưng hiệu lực toàn bộ hoặc một phần theo {others}.",
    },
    "validity-none-suspended_by": {
        "en": "No document indexed says that it suspends {number}.",
        "vi": "Không văn bản nào đã nạp nêu ngưng hiệu lực {number}.",
    },
    "validity-extended_by": {
        "en": "{number} is extended, or kept in force, by {others}.",
        "vi": "{number} được kéo dài, gia hạn hoặc cho tiếp tục áp dụng bởi {others}.",
    },
    "validity-none-extended_by": {
        "en": "No document indexed says that it extends {number}.",
        "vi": "Không văn bản nào đã nạp nêu kéo dài, gia hạn {number}.",
    },
    "validity-no-end": {
        "en": "Per the documents indexed, nothing has ended {number} as of {day}.",
        "vi": "Theo các văn bản đã nạp, tính đến ngày {day} chưa có văn bản nào làm {number} hết hiệu lực.",
    },
    "validity-replaced_by": {
        "en": "{number} is ended by {others}.",
        "vi": "{number} được thay thế hoặc bãi bỏ bởi {others}.",
    },
    "validity-replaces": {"en": "{number} ends {others}.", "vi": "{number} thay thế hoặc bãi bỏ {others}."},
    "validity-amended": {
        "en": "{number} is amended by {others}.",
        "vi": "{number} được sửa đổi, bổ sung bởi {others}.",
    },
    "validity-amends": {"en": "{number} amends {others}.", "vi": "{number} sửa đổi, bổ sung {others}."},
    "validity-basis": {"en": "{number} is based on {others}.", "vi": "{number} được ban hành căn cứ vào {others}."},
    "validity-guided_by": {"en": "{number} is guided by {others}.", "vi": "{number} được hướng dẫn bởi {others}."},
    "validity-from": {"en": "{number} ended on {since}.", "vi": "{number} hết hiệu lực từ ngày {since}."},
    "validity-consolidated_by": {
        "en": "{number} is consolidated in {others}.",
        "vi": "{number} được hợp nhất tại {others}.",
    },
    "validity-none-consolidated_by": {
        "en": "No document indexed consolidates {number}.",
        "vi": "Không văn bản nào đã nạp hợp nhất {number}.",
    },
    "validity-guides": {"en": "{number} guides {others}.", "vi": "{number} hướng dẫn {others}."},
    "validity-none-replaced_by": {
        "en": "No document indexed says that it ends {number}.",
        "vi": "Không văn bản nào đã nạp nêu thay thế hay bãi bỏ {number}.",
    },
    "validity-none-replaces": {
        "en": "{number} does not say that it ends another document.",
        "vi": "{number} không nêu thay thế hay bãi bỏ văn bản nào.",
    },
    "validity-none-amended": {
        "en": "No document indexed says that it amends {number}.",
        "vi": "Không văn bản nào đã nạp nêu sửa đổi {number}.",
    },
    "validity-none-amends": {
        "en": "{number} does not say that it amends another document.",
        "vi": "{number} không nêu sửa đổi văn bản nào.",
    },
    "validity-none-basis": {"en": "{number} names no basis.", "vi": "{number} không nêu căn cứ ban hành."},
    "validity-none-guided_by": {
        "en": "No document indexed says that it guides {number}.",
        "vi": "Không văn bản nào đã nạp nêu hướng dẫn {number}.",
    },
    "validity-none-guides": {
        "en": "{number} does not say that it guides another document.",
        "vi": "{number} không nêu hướng dẫn văn bản nào.",
    },
    # whether one document did something to another
    "relation-ends": {"en": "ends (replaces or annuls)", "vi": "thay thế hoặc bãi bỏ"},
    "between-yes": {"en": "Yes: {source} {relation} {number}.", "vi": "Có: {source} {relation} {number}."},
    "between-all": {
        "en": "{source} {relation} {number} in these points:",
        "vi": "{source} {relation} {number} ở những nội dung sau:",
    },
    "between-partly": {
        "en": "Yes, in part: {source} {relation} a part of {number}.",
        "vi": "Có, một phần: {source} {relation} một phần {number}.",
    },
    "between-later": {
        "en": "Not yet on {day}: {source} {relation} {number} from {since}.",
        "vi": "Chưa, tính đến ngày {day}: {source} {relation} {number} từ ngày {since}.",
    },
    "between-turned": {
        "en": "No: it is {number} that {relation} {source}.",
        "vi": "Không: chính {number} {relation} {source}.",
    },
    "between-no": {
        "en": "No: {source} does not say that it {relation} {number}.",
        "vi": "Không: {source} không nêu {relation} {number}.",
    },
    "validity-not-indexed": {
        "en": "{number} is not indexed itself; what {others} say of it:",
        "vi": "{number} chưa được nạp; {others} nêu về văn bản này như sau:",
    },
    # what rests on a text that was changed
    "affected-unchanged": {
        "en": "No document indexed says that {number} was amended, replaced or ended.",
        "vi": "Không văn bản nào đã nạp nêu {number} được sửa đổi, thay thế hay bãi bỏ.",
    },
    "affected-changed": {"en": "{number} is not as it was, from {since}:", "vi": "{number} đã thay đổi, từ {since}:"},
    "affected-resting": {
        "en": "{count} document(s), checklist(s), course(s) and kept answer(s) rest on it as it was before:",
        "vi": "{count} văn bản, danh mục việc, chương trình bồi dưỡng và câu trả lời đã lưu đang dựa trên nội dung trước đó:",
    },
    "affected-checklist": {
        "en": "checklist “{title}” of {made}: {items} item(s)",
        "vi": "danh mục việc “{title}” ngày {made}: {items} mục",
    },
    "affected-course": {
        "en": "course “{title}” of {made}: {items} provision(s), case(s) and question(s)",
        "vi": "chương trình bồi dưỡng “{title}” ngày {made}: {items} nội dung, tình huống, câu hỏi",
    },
    "affected-answer": {
        "en": "kept answer as of {day}, {citations} citation(s): “{question}”",
        "vi": "câu trả lời đã lưu, tính đến {day}, {citations} trích dẫn: “{question}”",
    },
    # two documents that say otherwise of one thing
    "conflict-rank": {
        "en": "The documents differ. By rank {higher} stands above {lower}; which applies is for you to decide.",
        "vi": "Các văn bản nêu khác nhau. Về thứ bậc, {higher} cao hơn {lower}; việc áp dụng do người dùng quyết định.",
    },
    "conflict-later": {
        "en": "The documents differ. Of the same issuer, {later} is later than {earlier}; which applies is for you to decide.",
        "vi": "Các văn bản nêu khác nhau. Cùng cơ quan ban hành, {later} ban hành sau {earlier}; việc áp dụng do người dùng quyết định.",
    },
    "conflict-party-state": {
        "en": "The documents differ: {one} and {other}. One is the Party's, the other the State's; they are not ranked against each other.",
        "vi": "Các văn bản nêu khác nhau: {one} và {other}. Một bên là văn bản của Đảng, một bên của Nhà nước; không so thứ bậc với nhau.",
    },
    "conflict-unranked": {
        "en": "The documents differ: {one} and {other}. Rank and date do not say which prevails.",
        "vi": "Các văn bản nêu khác nhau: {one} và {other}. Thứ bậc và ngày ban hành không cho biết văn bản nào được áp dụng.",
    },
}
