"""Who signed a document, and in what post: the block of capitals and the name under it. Knows nothing of the rest."""

import re
from collections.abc import Sequence

from corpus.folding import CAPITALS, fold
from corpus.persons import is_surname
from ingest.identity.spots import Spot, TextLine
from ingest.structure.marks import read_mark

_UP = CAPITALS
AUTHORITY = re.compile(
    rf"(?:^|(?<=[\s;.|]))(?:(?:T\s*/?\s*M|K\s*/?\s*T|T\s*/?\s*L|TUQ|T\s*/?\s*UQ|Q)\s*[.,]\s*|(?:T/M|K/T|T/L)\s+)(?=[{_UP}]{{2}})"
    r"|^(?:ON BEHALF OF|FOR AND ON BEHALF OF|BY ORDER OF|BY AUTHORI[SZ]ATION OF|FOR THE [A-Z]+|PP\.|P\.P\.)\b"
    r"|^(?:On behalf of|For and on behalf of|By order of)\s+the\b"
)
_POST = re.compile(
    r"^(?:(?:QUYEN |Q\. ?)?(?:PHO )?(?:THU TUONG|CHU TICH|BO TRUONG|THU TRUONG|(?:TONG )?GIAM DOC"
    r"|(?:CHI |TONG )?CUC TRUONG|VU TRUONG|CHANH|HIEU TRUONG|TRUONG|(?:TONG )?BI THU|THONG DOC|VIEN TRUONG"
    r"|TONG KIEM TOAN|TONG THANH TRA|CHU NHIEM|CHU TOA|CHU TRI|THU KY|UY VIEN|DAI DIEN|THAM PHAN|NGUOI)"
    r"|(?:(?:DEPUTY|VICE|ACTING|PERMANENT|STANDING|FIRST) )*(?:PRIME MINISTER|MINISTER|CHAIR(?:MAN|WOMAN|PERSON)?"
    r"|DIRECTOR|SECRETARY|PRESIDENT|GOVERNOR|PRINCIPAL|RECTOR|HEAD|CHIEF|GENERAL))\b"
)
SIGNED = re.compile(r"\(?\s*(?:Đã\s+ký|đã\s+ký|ĐÃ KÝ|Signed|signed|SIGNED)\s*\)?\s*[:.]?\s*")
_WORD = rf"[{_UP}][^\W\d_]*"
_NAME = re.compile(
    rf"^(?:(?:GS|PGS|TS|ThS|TSKH|BS|KS|LS|CN|Dr|Prof|Mr|Ms|Mrs)\.?\s*)*"
    rf"(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá)\s+)?{_WORD}(?:[ -]{_WORD}){{1,5}}$"
)
_POST_THEN_NAME = re.compile(rf"^((?:[{_UP}./,&-]+\s+)+)({_WORD}(?:\s{_WORD}){{1,4}})$")
RECIPIENTS = re.compile(r"^(?:NƠI NHẬN|Nơi nhận|Nơi gửi|RECIPIENTS?|Recipients?|Copied to|Cc)\s*(?:[:;.]\s*|$)")
ITEM = re.compile(r"^[-–—+•*]\s*")
_PLACEHOLDERS = ("ho va ten", "ho ten", "ky", "chu ky", "full name", "name", "signature", "noi nhan", "recipient")
_SPAN = 45  # lines: posts, a signature, a name, and recipients between them


def signature_in(lines: Sequence[TextLine], after: int | None) -> tuple[Spot | None, Spot | None]:
    """The name and post of the first signature: "TM. ...", "(Đã ký)" or a post under the recipients (at line `after`).

    Where there is none of these, the last line in capitals that names a post over a name: laws are signed so.
    """
    plain: tuple[Spot | None, Spot | None] = (None, None)
    for i, line in enumerate(lines):
        found = AUTHORITY.search(line.text)
        if found is None and (line.row or not is_post(line.text)):
            continue
        block = lines[i : i + _SPAN]
        signer, post = _block(block, found.start() if found else 0)
        # "TM." is a signature's even without a name: a draft has none yet
        bare = found is not None and line.text[found.start() :].isupper()
        if post is None or (signer is None and not bare):
            continue
        below = after is not None and after < i < after + _SPAN
        if found is not None or below or any(SIGNED.search(other.text) for other in block[:6]):
            return signer, post
        plain = signer, post
    return plain


def is_post(text: str) -> bool:
    """Whether a line in capitals names a post: "GIÁM ĐỐC", "DEPUTY MINISTER"."""
    return text.isupper() and len(text) < 70 and _POST.match(fold(text).upper()) is not None and not text.endswith(":")


def _block(lines: Sequence[TextLine], offset: int) -> tuple[Spot | None, Spot | None]:
    """Posts, one a line, then the name; recipients that stand beside them are passed over."""
    posts: list[TextLine] = []
    passed = 0
    for n, line in enumerate(lines):
        text, start = (line.text[offset:], line.start + offset) if n == 0 else (line.text, line.start)
        if ITEM.match(text) or RECIPIENTS.match(text):
            continue
        signed = SIGNED.search(text)
        head, tail = (text[: signed.start()], text[signed.end() :]) if signed else (text, "")
        post, name = _post_and_name(head.strip())
        if n and (read_mark(text) is not None or (post and not _goes_on(post, posts, lines[n - 1]))):
            break
        if post:
            posts.append(TextLine(post, start + text.index(post)))
        name = name or (tail.strip() if named(tail.strip()) else None)
        if name is not None:
            at = start + text.rindex(name)
            return Spot(name, at, at + len(name), 1.0 if text == name or signed else 0.8), _joined(posts)
        passed += not post and not signed
        if passed > 3:
            break
    return None, _joined(posts)


def _goes_on(post: str, posts: Sequence[TextLine], before: TextLine) -> bool:
    """Whether capitals under a post are another post, or the rest of its name right on the next line."""
    known = AUTHORITY.match(post) or _POST.match(fold(post).upper())
    return bool(known) or (bool(posts) and before.text.endswith(posts[-1].text))


def _post_and_name(text: str) -> tuple[str, str | None]:
    """A line of the block: a post in capitals, a name, or the one and then the other."""
    if not text:
        return "", None
    authority, post = AUTHORITY.match(text), _POST.match(fold(text).upper())
    both = _POST_THEN_NAME.match(text)
    if both and (authority or post) and not both.group(2).isupper() and named(both.group(2)):
        return both.group(1).strip(), both.group(2)
    if text.isupper() and not (authority or post) and named(text) and has_surname(text):
        return "", text
    if text.isupper() or (authority and len(text) < 80):
        return text, None
    return "", text if named(text) else None


def named(text: str) -> bool:
    """Whether a line may be a person's name, with or without a rank."""
    match = _NAME.match(text)
    return match is not None and len(text) <= 45 and not fold(text).startswith(_PLACEHOLDERS)


def has_surname(text: str) -> bool:
    """Whether a line begins with a Vietnamese surname."""
    return is_surname(text.split()[0])


def _joined(posts: Sequence[TextLine]) -> Spot | None:
    if not posts:
        return None
    lines: list[str] = []
    for post in posts:
        text = post.text.rstrip(" ,")
        own = not lines or AUTHORITY.search(text) or _POST.match(fold(text).upper())
        lines = [*lines, text] if own else [*lines[:-1], f"{lines[-1]} {text}"]  # a long name stands on two lines
    return Spot(", ".join(lines), posts[0].start, posts[-1].start + len(posts[-1].text))
