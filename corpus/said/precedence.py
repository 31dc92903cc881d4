"""What is said of two documents that say otherwise of one thing."""

from corpus.said.languages import Sentences

PRECEDENCE_MESSAGES: Sentences = {
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
