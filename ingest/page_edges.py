"""What pages add to a text, told by its words alone: page numbers, running headers and footers, stamps of downloads.

Nothing goes that might be the body's: a running line must come back on other pages, a number count the pages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from ingest.lines import Line
from ingest.structure.marks import read_mark

_PAGE_NUMBER = re.compile(
    r"^[-–—\s|]*(?:trang|page|tr\.)?\s*(?:số\s*)?(\d{1,4})(?:\s*(?:/|trên|of)\s*\d{1,4})?[-–—\s|]*(?:page)?$",
    re.IGNORECASE,
)
_SAID = re.compile(r"trang|page|tr\.|[-–—|/]|trên|of", re.IGNORECASE)  # it says itself that it is one
_GAZETTE = re.compile(r"^(?:\d{1,4}\s+)?CÔNG BÁO(?:\s*/?\s*Số.{1,60})?(?:\s+\d{1,4})?$")
_SIGNED = re.compile(r"^(?:Thời gian ký|Signing time|Signed at)\s*:\s*\d{1,2}[./]\d{1,2}[./]\d{4}", re.IGNORECASE)
_SIGNED_BY = re.compile(
    r"^(?:Ký bởi|Người ký|Ký số bởi|Email|E-mail|Cơ quan|Tổ chức|Signed by|Digitally signed)\b\s*:?.{0,80}$",
    re.IGNORECASE,
)
_PORTAL = re.compile(
    r"^\W*(?:tel\s*:[\d\s+\-().]{6,}\W*)?(?:(?:tải|in|nguồn|download\w*|source)\b[^.]{0,20}\s)?"
    r"(?:https?://)?(?:www\.)?(?:thuvienphapluat|luatvietnam|lawsoft|hethongphapluat|vbpl|vanban\.chinhphu|congbao)"
    r"(?:\.\w{2,4})+(?:/\S*)?\W*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_EDGE = 3  # lines at either end of a page that may be running ones
_OFTEN = 0.4  # of the pages
_CRUMB = 4  # characters: what a watermark printed upwards leaves of itself on a line
_RUN = 4  # such lines one after the other


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines without what the pages add to them."""
    pages = list(_by_page(lines))
    drop: set[int] = set()
    for found in (_stamps(pages), _running(pages), _crumbs(pages)):
        drop |= found
    drop |= _numbers(pages, drop)
    printed = [page for page in pages if _printed(page)]
    if 2 * sum(bool(_printed(page, drop)) for page in printed) < len(printed):
        return list(lines)  # what leaves most pages empty stood around nothing: it was their text
    return [line for page in pages for i, line in page if i not in drop]


_Page = list[tuple[int, Line]]


def _by_page(lines: Sequence[Line]) -> Iterator[_Page]:
    page: _Page = []
    for i, line in enumerate(lines):
        if page and line.page != page[-1][1].page:
            yield page
            page = []
        page.append((i, line))
    if page:
        yield page


def _printed(page: _Page, drop: AbstractSet[int] = frozenset()) -> _Page:
    return [(i, line) for i, line in page if line.text and i not in drop]


def _edges(page: _Page, size: int) -> Iterator[tuple[int, Line, bool]]:
    """The first and last lines of a page; True for those at its head."""
    printed = _printed(page)
    for place, (i, line) in enumerate(printed):
        if place < size or place >= len(printed) - size:
            yield i, line, place * 2 < len(printed)


def _stamps(pages: Sequence[_Page]) -> set[int]:
    """Banners of the gazette and of portals at the edges; what a digital signature prints, where its time is there."""
    found: set[int] = set()
    for page in pages:
        found.update(i for i, line, _ in _edges(page, _EDGE) if _GAZETTE.match(line.text) or _PORTAL.match(line.text))
        printed = _printed(page)
        for at, (i, line) in enumerate(printed):
            if _SIGNED.match(line.text):
                around = printed[max(0, at - 4) : at + 3]
                found.update([i, *(j for j, other in around if _SIGNED_BY.match(other.text))])
    return found


def _running(pages: Sequence[_Page]) -> set[int]:
    """Lines at the edges of pages that come back on many of them, the same or the same but for a number."""
    if len(pages) < 3:
        return set()
    forms = [[(i, line, top, _form(line.text)) for i, line, top in _edges(page, _EDGE)] for page in pages]
    often = Counter(form for page in forms for form in {(top, form) for _, _, top, form in page})
    found: set[int] = set()
    seen: set[str] = set()
    for page in forms:
        for i, line, top, form in page:
            if line.kind != "text" or _PAGE_NUMBER.match(line.text) or often[top, form] < max(3, _OFTEN * len(pages)):
                continue
            if top and line.text not in seen and not _DIGITS.search(line.text):
                seen.add(line.text)  # its first time may be the title itself
                continue
            found.add(i)
    return found


def _form(text: str) -> str:
    """What is compared: without its numbers, unless it names a unit (every page may open with a form of its own)."""
    mark = read_mark(text)
    if mark is not None and mark.kind not in ("dash", "plus"):
        return text
    return "".join(_DIGITS.sub("#", text.lower()).split())


def _crumbs(pages: Sequence[_Page]) -> set[int]:
    """Runs of tiny lines that are the same on several pages: a watermark printed upwards."""
    runs: list[tuple[str, list[int]]] = []
    for page in pages:
        run: _Page = []
        for i, line in [*page, (-1, Line("end of page"))]:
            if 0 < len(line.text) <= _CRUMB:
                run.append((i, line))
            elif line.text:
                if len(run) >= _RUN:
                    runs.append(("".join(x.text for _, x in run), [j for j, _ in run]))
                run = []
    often = Counter(text for text, _ in runs)
    return {i for text, places in runs if often[text] >= 2 and not text.isdigit() for i in places}


def _numbers(pages: Sequence[_Page], gone: set[int]) -> set[int]:
    """A number alone as the first or last line of its page, if it counts the pages as others do, or says what it is."""
    candidates: list[tuple[int, int, bool]] = []
    for order, page in enumerate(pages, 1):
        printed = _printed(page, gone)
        for i, line in {printed[0][0]: printed[0][1], printed[-1][0]: printed[-1][1]}.items() if printed else ():
            match = _PAGE_NUMBER.match(line.text)
            if match and line.kind == "text":
                number = line.page if line.page is not None else order
                candidates.append((i, int(match.group(1)) - number, bool(_SAID.search(line.text))))
    shared = Counter(offset for _, offset, _ in candidates)
    return {i for i, offset, said in candidates if said or offset == 0 or shared[offset] > 1}
