"""What must hold of any input, however odd: nothing lost, nothing said twice, every offset true.

Each check takes what a fuzzer makes and raises AssertionError; the tests run the same ones on a few hundred inputs.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from corpus.dates import find_dates
from corpus.document import Document, Outline, Provision, Source
from corpus.identity import find_numbers, slug, type_of_heading
from corpus.passage import Passage
from corpus.sentences import statements
from ingest.clean import Cleaned, clean
from ingest.cut import cut
from ingest.identify import identify
from ingest.letters.encodings import decode
from ingest.letters.legacy import mended, modern
from ingest.lines import Line, Reading
from ingest.outline import outline

# what official texts are made of, and what only looks like it
TOKENS = (
    "Điều 1. ", "Điều 2. ", "Điều 3. ", "Điều 5a. ", "Điều 12đ.", "Điêu 4. ", "What? 2. ", "Article 1. ",
    "Article 2.", "Chương I", "Chương II ", "CHAPTER III", "Mục 1. ", "Mục 2", "Tiểu mục 1. ", "PHẦN THỨ NHẤT",
    "Phần I. ", "Part Two", "A. TỔNG QUAN", "B. ", "I. ", "II- ", "III. ", "1. ", "2. ", "3. ", "2a. ", "1- ",
    "1.1. ", "1.2. ", "1.1.1. ", "2.1 ", "a) ", "b) ", "c) ", "d) ", "đ) ", "dd) ", "e) ", "a1) ", "(a) ", "(i) ",
    "(ii)", "- ", "+ ", "• ", "Phụ lục I", "PHỤ LỤC", "Phụ lục II. ", "Mẫu số 01. ", "Biểu 2", "QUY CHẾ", "ĐIỀU LỆ",
    "KẾ HOẠCH", "(Ban hành kèm theo Quyết định số 1)", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ",
    "“Điều 8a. ", "”.", '"', "Sửa đổi khoản 2 Điều 5 như sau:", "như sau:", "Bãi bỏ Điều 7. ", "MỤC LỤC", "Bảng 1. ",
    "l. ", "I. Một", "....... 12", "Số: 45/KH-UBND", "08 -CTr/TU", "138/2020/NĐ-CP", "31/3/2024",
    "ngày 05 tháng 3 năm 2020", "Căn cứ Luật ", "Kính gửi: ", "của ", "theo ", "tại khoản",
    "Độc lập - Tự do - Hạnh phúc", "CÔNG BÁO/Số 1", "Trang 3", "12", "adminis-", "tration", "\u00ad",
    "Uû ban nh©n d©n", "Xin chaøo caùc baïn", "Viê ̣t", "|", " | ", "VIỆC CHUNG", "việc chung của cơ quan",
    "The board decides.", ";", ".", ":", "_____",
)  # fmt: skip


def check_lines(lines: Sequence[Line], *, wrapped: bool) -> None:
    """The walk from lines to passages: offsets true, units nest, addresses unique, passages tile, nothing lost."""
    cleaned = clean(Reading(tuple(lines), "text/plain", wrapped=wrapped))
    _check_text(cleaned)
    if not wrapped:
        whole = "".join(clean(Reading((line,), "text/plain")).text for line in lines)
        assert "".join(cleaned.text.split()) == "".join(whole.split()), "words were lost or put in"
    identity = identify(cleaned, "a file")
    units = outline(cleaned, identity)
    document = Document(
        identity, cleaned.text, Source("a", "a", "0", 0, "text/plain"), cleaned.pages, units, cleaned.words
    )
    check_units(document.text, units)
    check_passages(document, cut(document))


def _check_text(cleaned: Cleaned) -> None:
    assert unicodedata.is_normalized("NFC", cleaned.text)
    for paragraph, start in zip(cleaned.paragraphs, cleaned.starts, strict=True):
        assert cleaned.text[start : start + len(paragraph.text)] == paragraph.text
        assert not paragraph.boxes or len(paragraph.boxes) == len(paragraph.text.split())
    assert all(0 <= p.start <= p.end <= len(cleaned.text) for p in cleaned.pages)
    for word in cleaned.words:
        said = cleaned.text[word.start : word.end]
        assert said and said == "".join(said.split())


def check_units(text: str, units: Iterable[Provision]) -> None:
    """Addresses are unique, spans true, children inside their parent and beside each other."""
    tree = Outline(units)
    addresses = [u.address for u in tree]
    assert len(set(addresses)) == len(addresses), "an address is given twice"
    for unit in tree:
        assert 0 <= unit.start < unit.end <= len(text)
        assert text[unit.start : unit.end] == text[unit.start : unit.end].rstrip()
        parent = tree.get(unit.parent)
        assert unit.parent is None or (parent is not None and parent.start <= unit.start and unit.end <= parent.end)
        below = tree.children(unit.address)
        assert all(a.end <= b.start for a, b in zip(below, below[1:], strict=False)), "two units overlap"


def check_passages(document: Document, passages: Sequence[Passage]) -> None:
    """Passages tile the text, and stand at an address that there is."""
    tree, at = Outline(document.provisions), 0
    for n, passage in enumerate(passages):
        words = document.text[passage.start : passage.end]
        assert passage.ordinal == n and words == words.strip() != ""
        assert document.text[at : passage.start].strip() == "", "words stand in no passage"
        assert not passage.address or tree.get(passage.address) is not None
        at = passage.end
    assert document.text[at:].strip() == ""


def check_text(text: str) -> None:
    """Numbers, dates, statements, types: spans in order and true, printed forms found again."""
    numbers = find_numbers(text)
    assert all(a.end <= b.start for a, b in zip(numbers, numbers[1:], strict=False))
    for number in numbers:
        assert 0 <= number.start < number.end <= len(text)
        assert number.key and (number.type is None or isinstance(number.type, str))
        again = find_numbers(number.printed)
        assert [n.key for n in again] == [number.key], f"{number.printed} is read as {again}"
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
    spans = statements(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    type_of_heading(text[:200])


def check_encoding(content: bytes) -> None:
    """Whatever the bytes, a text or none; what is plain ASCII stays letter for letter."""
    text = decode(content)
    if text is not None:
        check_letters(text)
    check_letters(content.decode("latin-1"))


def check_letters(text: str) -> None:
    """Repairs give NFC and leave nothing to repair; ASCII and blank text stay as they are."""
    whole = mended(modern(text))
    assert unicodedata.is_normalized("NFC", mended(text))
    assert mended(whole) == whole
    if text.isascii():
        assert whole == text
