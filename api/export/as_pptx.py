"""A course as slides: title, its sections, the answer key last. Knows nothing of files."""

import io

from pptx import Presentation
from pptx.presentation import Presentation as Slides
from pptx.util import Inches

from api.export.words import columns_of, day_words, printable, source_words
from assistant.sheet import Sheet, SheetRow, SheetSection
from corpus.errors import RequestError
from corpus.messages import message

_MOST_ROWS = 1000


def as_pptx(sheet: Sheet) -> bytes:
    """The slides of a course; raises RequestError for another kind of sheet, or one that no screen could show."""
    if sheet.kind != "course":
        raise RequestError("export-only-courses", formats="docx, xlsx, ics, md, csv, json")
    if len(sheet.rows) > _MOST_ROWS:
        raise RequestError("export-too-large", rows=len(sheet.rows), format="pptx", limit=_MOST_ROWS)
    slides = Presentation()
    slides.slide_width, slides.slide_height = Inches(13.333), Inches(7.5)
    first = slides.slides.add_slide(slides.slide_layouts[0])
    first.shapes.title.text = printable(sheet.title)
    first.placeholders[1].text = message("export-draft-line", sheet.language, day=day_words(sheet.made, sheet.language))
    for section in sorted(sheet.sections, key=lambda s: s.role == "key"):
        for note in section.notes:
            _slide(slides, section.title, [printable(note)])
        for row in section.rows:
            _slide(slides, section.title, _lines(sheet, section, row))
    out = io.BytesIO()
    slides.save(out)
    return out.getvalue()


def _lines(sheet: Sheet, section: SheetSection, row: SheetRow) -> list[str]:
    columns = columns_of(sheet, section)
    lines = [f"{c}: {v}" if c else v for c, v in zip(columns, row.cells, strict=False) if v.strip()]
    return [printable(t) for t in (*lines, *(source_words(s, sheet.language) for s in row.sources))]


def _slide(slides: Slides, title: str, lines: list[str]) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    slide.shapes.title.text = printable(title)
    slide.placeholders[1].text_frame.text = "\n".join(lines)
