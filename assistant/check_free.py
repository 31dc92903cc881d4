"""How freely a statement is worded, and the words that deny or bind without a "not" or a "must".

Where a statement keeps the words of its source, a "not" that it lacks was dropped. Where it tells the same in words of
its own, the "not" may be in one of them ("are barred from", "falls short of"). Knows such words of both languages, and
word pairs; nothing of meaning.
"""

import re

from assistant.check_words import Reading

_FREE = 0.5  # of the statement's neighbouring words, so few are neighbours in its source
_DENYING = re.compile(
    r"\b(?:barr?(?:ed|s|ing)?|waiv\w+|exempt\w*|excus\w+|let off|spar(?:ed|es|ing)|le(?:ft|aves?|aving) (?:\w+ )?(?:aside|out|alone)|"
    r"f(?:all|alls|ell|alling) short|lack\w*|miss(?:ing|es|ed)?|avoid\w*|prevent\w*|refus\w+|reject\w*|exclud\w+|disregard\w*|"
    r"ignor\w+|neglect\w*|fail\w*|out of (?:scope|bounds|reach|the question)|off limits|outside|beyond|illegal|unlawful|invalid|void|ineligible|"
    r"disqualif\w+|stop\w*|end(?:s|ed)|other than|rather than|instead of|free (?:of|from)|ru(?:led|les) out|only|unless|until|"
    r"cấm|tránh|bỏ qua|bỏ|loại|thiếu|vắng|chừa|miễn|khỏi|ngừng|chẳng|đừng|ngoài|ngoại lệ|khác|trái|sai|mất|hết|thôi|từ chối|chỉ|còn (?:nợ|thiếu|chờ)|"
    r"vô hiệu|trừ|kể cả|lẽ ra)\b",
    re.IGNORECASE,
)
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
    return bool(pairs) and sum(p in known for p in pairs) < _FREE * len(pairs)


def denies_otherwise(said: Reading, source: Reading) -> bool:
    """Whether a statement has a word that denies by itself and that its source has not."""
    there = source.text.lower()
    return any(m.group().lower() not in there for m in _DENYING.finditer(said.text))


def binds_otherwise(said: Reading) -> bool:
    """Whether a statement has a word by which something is to be done, or may be, without a "must" or a "may"."""
    return bool(_BINDING.search(said.text))
