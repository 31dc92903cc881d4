"""A course as slides, opened again."""

import io

import pytest
from pptx import Presentation
from pptx.util import Inches

from api.export import export
from api.export.slide_text import SlideText, slides_of
from assistant.sheet import Sheet, SheetRow, SheetSection
from corpus.errors import RequestError
from tests.sheets import QUOTE, course, row, sheet, source


def texts(given: Sheet) -> list[tuple[str, str]]:
    """Title and text of each slide."""
    slides = Presentation(io.BytesIO(export(given, "pptx"))).slides
    return [(s.shapes.title.text, "\n".join(p.text_frame.text for p in list(s.placeholders)[1:])) for s in slides]


def test_the_order_is_title_sections_key_sources() -> None:
    titles = [title for title, _ in texts(course())]
    name = "Bồi dưỡng về vị trí việc làm"
    assert titles == [name, name, "Mục tiêu", "Quy định trọng tâm", "Câu hỏi", "Đáp án", "Văn bản nguồn"]


def test_slides_say_what_the_sheet_says() -> None:
    said = dict(texts(course())[2:])
    assert "1. Nắm được thời hạn" in said["Mục tiêu"]
    assert f"Trích: “{QUOTE}”" in said["Quy định trọng tâm"]
    assert "[1] 18/2024/QĐ-UBND, Điều 1, khoản 2, trang 1" in said["Quy định trọng tâm"]
    asked = said["Câu hỏi"].split("\n")
    assert asked[0] == "1. Đề án vị trí việc làm phải trình trước ngày nào? (Một lựa chọn)"
    assert asked[1:3] == ["A. 31/3/2024", "B. 30/6/2024"]
    assert "1. A" in said["Đáp án"] and "1. A" not in said["Câu hỏi"]
    for part in (QUOTE, "phiên bản 2", source(1).sha256[:16], source(1).title):
        assert part in said["Văn bản nguồn"]


def test_slides_are_wide_marked_as_draft_and_numbered() -> None:
    slides = Presentation(io.BytesIO(export(course(), "pptx")))
    assert slides.slide_width == Inches(13.333) and slides.slide_height == Inches(7.5)
    assert "DỰ THẢO" in texts(course())[0][1]
    for slide in list(slides.slides)[1:]:
        kinds = {shape.placeholder_format.type.name: shape for shape in slide.placeholders}
        assert kinds["FOOTER"].text_frame.text.startswith("DỰ THẢO")
        assert "SLIDE_NUMBER" in kinds
        for shape in slide.placeholders:
            assert shape.left >= 0 and shape.left + shape.width <= slides.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= slides.slide_height


def test_a_quoted_provision_is_no_headline_and_a_glossary_term_stands_before_its_meaning() -> None:
    quoted = SheetSection("Quy định", (SheetRow((QUOTE,)),), role="provisions")
    term = SheetSection("Thuật ngữ", (SheetRow(("vị trí", "công việc")),), role="glossary")
    slides = list(slides_of(sheet(kind="course", notes=(), sections=(quoted, term), columns=("", ""))))
    assert [[(line.kind, line.lead, line.text) for line in s.lines] for s in slides] == [
        [("note", "", f"1. {QUOTE}")],
        [("note", "1. vị trí", ": công việc")],
    ]
    shown = Presentation(io.BytesIO(export(sheet(kind="course", notes=(), sections=(term,), columns=("", "")), "pptx")))
    runs = list(shown.slides[1].placeholders)[1].text_frame.paragraphs[0].runs
    assert [(run.text, run.font.bold) for run in runs] == [("1. vị trí", True), (": công việc", False)]


@pytest.mark.parametrize("rows", [9, 11, 13, 25])
def test_slides_of_a_section_are_about_as_full_as_one_another(rows: int) -> None:
    section = SheetSection("Mục tiêu", tuple(SheetRow((f"Nắm được quy định {n}",)) for n in range(rows)))
    counts = [len(s.lines) for s in slides_of(sheet(kind="course", notes=(), sections=(section,), columns=("",)))]
    assert sum(counts) == rows and max(counts) - min(counts) <= len(counts)
    assert len(counts) == -(-rows // 10)


def of(*cells: str) -> list[SlideText]:
    rows = tuple(SheetRow((cell,)) for cell in cells)
    return list(slides_of(sheet(kind="course", notes=(), sections=(SheetSection("Nội dung", rows),), columns=("",))))


def test_what_does_not_fit_goes_on_and_nothing_is_lost() -> None:
    words = " ".join(f"từ{n}" for n in range(4000))
    slides = of(words, "ngắn", words)
    assert len(slides) > 10
    assert [s.title for s in slides] == [f"Nội dung ({n}/{len(slides)})" for n in range(1, len(slides) + 1)]
    said = " ".join(line.text for s in slides for line in s.lines)
    assert said.split() == ["1.", *words.split(), "2.", "ngắn", "3.", *words.split()]
    assert all(sum(line.height for line in s.lines) <= 370 for s in slides)


def test_a_word_longer_than_a_slide_is_cut() -> None:
    slides = of("x" * 20_000)
    assert "".join(line.text for s in slides for line in s.lines) == "1. " + "x" * 20_000


def test_rows_are_whole_on_one_slide_where_they_fit_on_one() -> None:
    slides = of(*("dòng đầu\n" + "\n".join(f"dòng {n}" for n in range(8)) for _ in range(5)))
    assert [sum(line.kind == "main" for line in s.lines) for s in slides] == [1] * 5
    assert [len(s.lines) for s in slides] == [9] * 5


def test_only_courses_become_slides_and_only_so_many() -> None:
    with pytest.raises(RequestError) as refused:
        export(sheet(), "pptx")
    assert refused.value.code == "export-only-courses"
    many = SheetSection("Nhiều", tuple(row(n) for n in range(2001)))
    with pytest.raises(RequestError) as refused:
        export(sheet(kind="course", sections=(many,)), "pptx")
    assert refused.value.code == "export-too-large"


def test_signs_that_cannot_be_printed() -> None:
    odd = "a\x00\x0b\ud800"
    given = sheet(kind="course", title=odd, sections=(SheetSection(odd, (SheetRow((odd,), (source(1, quote=odd),)),)),))
    assert texts(given)[0][0] == "a\ufffd \ufffd"
