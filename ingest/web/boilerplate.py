"""What a portal prints around a text and a reader copies with it: "Source", "Comment (0)", "Bình luận", share bars.

Only lines at the edges of a text go, in runs of short lines that hold one which no document has; nothing inside a body.
Knows nothing of formats.
"""

import re
from collections.abc import Sequence

from corpus.folding import fold
from corpus.sentences import ENDS
from ingest.lines import Line

# whole lines, folded (no diacritics, lower case), that no document ends or begins with
_PORTAL = re.compile(
    r"(?:source(?: link)?|link nguon|nguon tin|xem nguon|read more|see more|xem them|doc them|doc tiep"
    r"|(?:source|nguon)\s*:?\s*(?:https?://|www\.)\S+|https?://\S+"
    r"|(?:(?:\d+|khong co)\s*)?(?:comments?|binh luan|y kien(?: ban doc)?|phan hoi)\s*(?:\(\s*\d*\s*\)|:?\s*\d+)"
    r"|(?:\d+|khong co|chua co|no) (?:comments?|binh luan)(?: nao)?|(?:leave|post|write|send) (?:a )?comments?|(?:gui|viet|de lai|them) binh luan.*|y kien cua ban.*"
    r"|no data|khong co du lieu|no videos? available|khong co video"
    r"|copy link|sao chep (?:lien ket|link)|copy lien ket|back to top|(?:ve|len) dau trang|quay lai|tro lai|ve trang truoc"
    r"|in trang(?: nay)?|ban in|in bai(?: viet)?|print(?: this page)?|gui (?:email|mail|cho ban be)|send (?:by )?e-?mail"
    r"|chia se(?: bai viet)?|share(?: this.{0,20})?|facebook|twitter|zalo|linkedin|messenger|theo doi.*google news.*"
    r"|same (?:tag|category|author)|cung (?:the|chuyen muc|tac gia|chu de)|tags?\s*:?|tu khoa\s*:?|the\s*:"
    r"|related (?:news|articles?|posts?|documents?)|(?:tin|bai|bai viet) lien quan|(?:cac )?tin (?:khac|cu hon|moi hon)"
    r"|(?:other|latest|newer|older|featured) (?:news|articles?|posts?)|tin (?:moi|noi bat|doc nhieu).{0,20}|doc nhieu(?: nhat)?|most (?:read|viewed)"
    r"|latest|moi nhat|featured .{2,60}|powered ?by.*|a product of.*|(?:©|copyright|ban quyen|all rights reserved).{0,120}"
    r"|(?:previous|next)(?: (?:post|article|page))?|(?:bai|trang) (?:truoc|sau)|luot (?:xem|truy cap)\s*:?\s*[\d.,]*|views?\s*:?\s*[\d.,]+"
    r"|like|luu tin|download|tai (?:ve|xuong)(?: .{0,20})?|bao loi|danh gia bai.{0,20}|rate this.*"
    r"|(?:we use cookies|this (?:web)?site uses cookies|trang (?:web )?nay (?:co )?su dung cookie|accept(?: all)? cookies).{0,160})"
)
_START = re.compile(
    r"(?:home(?:page)?|trang chu|menu|share(?: this.{0,20})?|chia se(?: bai viet)?|facebook|twitter|zalo|linkedin|print|in trang"
    r"|copy link|sao chep lien ket|skip to (?:main )?content|(?:dang nhap|login|sign in|dang ky|register)"
    r"|(?:trang chu|home)\s*(?:[>»/›|]|&gt;).{0,160}|a-?\s*a\s*a\+?|co chu.{0,20}|(?:nghe|doc) (?:bai|noi dung).{0,30}|listen.{0,30}"
    r"|\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2})"
)
# weaker words: portal lines only beside one of the above
_WEAK = re.compile(
    r"(?:source|nguon|theo|according to|anh|photo|tac gia|author|by)\b.{0,60}|featured|noi bat|tags?\s*:.{0,120}|tu khoa\s*:.{0,120}"
)
_SHORT = 70  # characters: a line of a list of headlines, a button
_REACH = 40  # lines from the edge
_OF_DOCUMENTS = re.compile(
    r"noi nhan|recipients|- |luu\s*:|\(?da ky|(?:tm|kt|tl|tuq|q|t/m|k/t|t/l)\b|phu luc|annex|appendix"
)


def without_boilerplate(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without what a portal put before and after the text; all of them where nothing else would be left."""
    start = _start(lines)
    end = _end(lines, start)
    kept = tuple(lines[start:end])
    return kept if any(line.text.strip() for line in kept) else tuple(lines)


def _start(lines: Sequence[Line]) -> int:
    at = 0
    for i, line in enumerate(lines[:_REACH]):
        text = _plain(line)
        if text and not _START.fullmatch(text):
            break
        at = i + 1 if text else at
    return at


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the tail begins: the uppermost portal line below which all is short, said before, or a portal line."""
    earlier = {_plain(line) for line in lines[: len(lines) // 2]} - {""}
    end = len(lines)
    for i in range(len(lines) - 1, max(start, len(lines) - _REACH) - 1, -1):
        text = _plain(lines[i])
        if _PORTAL.fullmatch(text):
            end = i
        elif text and not (_may_follow(lines[i], text) or (text in earlier and i > len(lines) // 2)):
            break
    while end < len(lines) and end > start and (not _plain(lines[end - 1]) or _WEAK.fullmatch(_plain(lines[end - 1]))):
        if lines[end - 1].kind == "row" or len(lines[end - 1].text) > _SHORT:
            break
        end -= 1
    return end


def _may_follow(line: Line, text: str) -> bool:
    """Whether a line below a portal line may belong to the portal too: a headline, a button; never a document's end."""
    if line.kind == "row" or len(text) > _SHORT or _OF_DOCUMENTS.match(text):
        return False
    return not ENDS.search(text)


def _plain(line: Line) -> str:
    return " ".join(fold(line.text).split()) if len(line.text) < 300 else line.text
