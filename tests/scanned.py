"""A document as text recognition would have given it, its confidence as a test says."""

import io
import re

from PIL import Image

from corpus.document import Document, Identity, Page, Provision, Source
from corpus.incoming import NewDocument
from corpus.layout import Box, WordBox
from corpus.passage import Passage

SCANNED = """QUYẾT ĐỊNH
Về việc quản lý con dấu
Điều 1. Con dấu tròn do bà Lò Thị Pành giữ tại phòng số 5.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký."""


def scanned(confidences: tuple[float, float]) -> NewDocument:
    """Two recognised pages as a picture file; the second begins at Điều 2. Every word has a place of its own."""
    turn = SCANNED.index("Điều 2")
    pages = (
        Page(1, 0, turn, "ocr", confidences[0], 600.0, 800.0),
        Page(2, turn, len(SCANNED), "ocr", confidences[1], 600.0, 800.0),
    )
    words = tuple(
        WordBox(m.start(), m.end(), Box(1 if m.start() < turn else 2, 0.1, 0.1 + n / 100, 0.3, 0.105 + n / 100))
        for n, m in enumerate(re.finditer(r"\S+", SCANNED))
    )
    units = tuple(
        Provision(f"d{n}", "article", f"Điều {n}", "", at, end)
        for n, at, end in ((1, SCANNED.index("Điều 1"), turn - 1), (2, turn, len(SCANNED)))
    )
    out = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(out, "PNG")
    source = Source("upload/scan.png", "scan.png", "0" * 64, len(out.getvalue()), "image/png")
    identity = Identity("Về việc quản lý con dấu", "vi", "9/2026/QĐ-UBND", "s|9|2026|qd|ubnd", "decision")
    document = Document(identity, SCANNED, source, pages, units, words)
    passages = [Passage(n, u.start, u.end, u.address, u.label, "", n + 1) for n, u in enumerate(units)]
    return NewDocument(document, passages, out.getvalue())
