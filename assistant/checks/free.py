"""How freely a statement is worded, and the words that deny or bind without a "not" or a "must".

Where a statement keeps the words of its source, a "not" that it lacks was dropped. Where it tells the same in words of
its own, the "not" may be in one of them ("are barred from", "falls short of"). Knows such words of both languages, and
word pairs; nothing of meaning.
"""

import re
from collections.abc import Sequence

from assistant.checks.words import Reading

# of the statement's neighbouring words, fewer are neighbours in its source; syllables of one Vietnamese word always are
_FREE = {"en": 0.6, "vi": 0.7}
_DENYING = re.compile(
    r"\b(?:barr?(?:ed|s|ing)?|waiv\w+|exempt\w*|excus\w+|let off|spar(?:ed|es|ing)|le(?:ft|aves?|aving) (?:\w+ )?(?:aside|out|alone)|"
    r"f(?:all|alls|ell|alling) short|lack\w*|miss(?:ing|es|ed)?|avoid\w*|prevent\w*|refus\w+|reject\w*|exclud\w+|disregard\w*|"
    r"ignor\w+|neglect\w*|fail\w*|out of (?:scope|bounds|reach|the question)|off limits|outside|beyond|illegal|unlawful|invalid|void|ineligible|"
    r"disqualif\w+|stop\w*|end(?:s|ed)|other than|rather than|instead of|free (?:of|from)|ru(?:led|les) out|only|unless|until|"
    r"declin\w+|turn(?:s|ed|ing)? (?:down|away)|still (?:awaited|awaiting|outstanding|owed?|owes)|out of the question|den(?:y|ies|ied)|withh\w+|omit\w*|skip\w*|overlook\w*|drop(?:s|ped)?|abandon\w*|ceas\w+|halt\w*|"
    r"suspend\w*|devoid|hardly|barely|scarcely|rarely|seldom|few|little|vacant|empty|incomplete|insufficient|too (?:late|long|old|few|little)|"
    r"depriv\w+|los[etn]\w*|lost|short of|at the latest|instead|otherwise|separately|elsewhere|old|former|differ\w*|"
    r"bỏ trống|bỏ dở|dở dang|trượt|rớt|hỏng|trống|dừng|đình chỉ|hoãn|hụt|lỡ|quên|bác|gạt|phản đối|hiếm|ít khi|khó|hủy|vô|bất|sót|nợ|trễ|quá|"
    r"cấm|tránh|bỏ qua|bỏ(?! phiếu)|(?<!xếp )(?<!phân )(?<!các )loại(?! hình)|thiếu|vắng|chừa|miễn(?! nhiệm)|khỏi|ngừng|chẳng|đừng|ngoài|ngoại lệ|khác|trái|sai|mất|hết|thôi|từ chối|(?<!chứng )(?<!địa )chỉ(?! (?:tiêu|thị|đạo|số|huy|định|dẫn))|còn (?:nợ|thiếu|chờ)|"
    r"vô hiệu|trừ|kể cả|lẽ ra)\b",
    re.IGNORECASE,
)
# of these, the ones that take the place of a "not" by the very word that it bears on
_LACKING = re.compile(
    r"\b(?:barr?(?:ed|s)|waiv\w+|exempt\w*|excus\w+|f(?:all|alls|ell|alling) short|lack\w*|miss(?:ing|es|ed)|refus\w+|reject\w*|"
    r"exclud\w+|disregard\w*|ignor\w+|neglect\w*|fail(?:s|ed)|rather than|instead of|free (?:of|from)|without|absent|absence|pending|"
    r"declin\w+|turn(?:s|ed|ing)? (?:down|away)|still (?:awaited|awaiting|outstanding|owed?|owes)|out of the question|den(?:y|ies|ied)|omit\w*|skip\w*|overlook\w*|short of|devoid|vacant|depriv\w+|incomplete|"
    r"still to (?:be|come)|yet to (?:be|come)|unable|impossible|prohibit\w*|forbid\w*|banned|"
    r"cấm|tránh|bỏ qua|thiếu|vắng|miễn(?! nhiệm)|khỏi|từ chối|thay vì|còn (?:nợ|thiếu|chờ|phải chờ)|đang chờ|ngoài)\b",
    re.IGNORECASE,
)
_LIMITING = re.compile(
    r"\b(?:only|unless|until|nor|except|excluding|hardly|(?<!chứng )(?<!địa )(?<!đình )chỉ(?! (?:tiêu|thị|đạo|số|huy|định|dẫn|rõ|ra)\b)|trừ|đừng|chẳng)\b",
    re.IGNORECASE,
)
_NEAR = 5  # words
_BINDING = re.compile(
    r"\b(?:due|deadline|limit|required|requirement|needed|wants?|expected|owed?|bound|obligation|duty|task|falls? to|rests? with|up to|until|"
    r"by|at the latest|no later|before|within|days? to|on the hook|answers? (?:to|for)|goes to|governed|"
    r"hạn|thời hạn|nhiệm vụ|trách nhiệm|bắt buộc|cần|chậm nhất|muộn nhất|trước|thì|mới|đòi hỏi|yêu cầu|thuộc về)\b",
    re.IGNORECASE,
)


def is_free(said: Reading, source: Reading) -> bool:
    """Whether a statement is told in words of its own."""
    mine, theirs = [w.form for w in said.words], [w.form for w in source.words]
    known = set(zip(theirs, theirs[1:], strict=False))
    pairs = list(zip(mine, mine[1:], strict=False))
    return bool(pairs) and sum(p in known for p in pairs) < _FREE[said.language] * len(pairs)


def denies_otherwise(said: Reading, source: Reading) -> bool:
    """Whether a statement has a word that denies by itself and that its source has not."""
    there = source.text.lower()
    return any(m.group().lower() not in there for m in _DENYING.finditer(said.text))


def denied_by_a_word(anchor: Sequence[str], said: Reading, source: Reading) -> bool:
    """Whether by the words of an anchor stands one that denies by itself, and that the other text has not."""
    there = source.text.lower()
    places = [i for i, w in enumerate(said.words) if w.form in anchor[:2]]
    for match in _LACKING.finditer(said.text):
        at = said.at(match.start())
        if match.group().lower() not in there and any(abs(at - place) <= _NEAR for place in places):
            return True
    return False


def lacks(text: str) -> bool:
    """Whether some words say without a "not" that something is not, or is not in all cases."""
    return bool(_LACKING.search(text) or _LIMITING.search(text))


def lacking(text: str) -> int:
    """How many words of a text take the place of a "not"."""
    return len(_LACKING.findall(text))


def binds_otherwise(said: Reading) -> bool:
    """Whether a statement has a word by which something is to be done, or may be, without a "must" or a "may"."""
    return bool(_BINDING.search(said.text))
