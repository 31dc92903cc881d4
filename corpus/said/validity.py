"""What is said of validity: answers where the best match did not hold, and answers to questions about it."""

from corpus.said.languages import Sentences

VALIDITY_MESSAGES: Sentences = {
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
    "outdated-said": {
        "en": "{lead} The words that say so come first, then what {number} said until {day}.",
        "vi": "{lead} Trước hết là căn cứ, sau đó là nội dung của {number} áp dụng đến hết ngày {day}.",
    },
    "outdated-then": {
        "en": "{number} is no longer in force; this is what it said on {day}, its last day.",
        "vi": "{number} đã hết hiệu lực; dưới đây là nội dung đến ngày {day}, ngày cuối cùng còn hiệu lực.",
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
}
