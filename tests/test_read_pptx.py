"""Slides: a page each, titles as headings, frames in reading order, tables, numbers of lists, notes."""

import io

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Cm

from ingest.read import read


def saved(slides: Slides) -> bytes:
    out = io.BytesIO()
    slides.save(out)
    return out.getvalue()


def box(slide: Slide, left: float, top: float, *paragraphs: str) -> None:
    frame = slide.shapes.add_textbox(Cm(left), Cm(top), Cm(8), Cm(2)).text_frame
    frame.text = paragraphs[0]
    for text in paragraphs[1:]:
        frame.add_paragraph().text = text


def made() -> Slides:
    slides = Presentation()
    first = slides.slides.add_slide(slides.slide_layouts[5])
    assert first.shapes.title is not None
    box(first, 1, 12, "Dưới cùng")
    box(first, 12, 6.2, "Phải")
    box(first, 1, 6, "Trái", "Trái dòng hai")
    first.shapes.title.text = "Kế hoạch\nđào tạo 2026"
    group = first.shapes.add_group_shape()
    group.shapes.add_textbox(Cm(1), Cm(15), Cm(3), Cm(1)).text_frame.text = "Trong nhóm"
    assert first.notes_slide.notes_text_frame is not None
    first.notes_slide.notes_text_frame.text = "Ghi chú của người nói"
    second = slides.slides.add_slide(slides.slide_layouts[6])
    table = second.shapes.add_table(3, 3, Cm(1), Cm(2), Cm(20), Cm(5)).table
    for r, cells in enumerate((("TT", "Lớp", "Số người"), ("1", "Lý luận", "30"), ("Cộng", "", "30"))):
        for c, text in enumerate(cells):
            table.cell(r, c).text = text
    table.cell(2, 0).merge(table.cell(2, 1))
    return slides


def test_slides_are_pages_read_top_to_bottom_and_left_to_right() -> None:
    reading = read("a.pptx", saved(made()))
    assert [(line.page, line.kind, line.text) for line in reading.lines] == [
        (1, "heading", "Kế hoạch đào tạo 2026"),
        (1, "text", "Trái"),
        (1, "text", "Trái dòng hai"),
        (1, "text", "Phải"),
        (1, "text", "Dưới cùng"),
        (1, "text", "Trong nhóm"),
        (1, "text", "Ghi chú của người nói"),
        (2, "row", "TT | Lớp | Số người"),
        (2, "row", "1 | Lý luận | 30"),
        (2, "row", "Cộng | Cộng | 30"),
    ]
    assert [line.header for line in reading.lines if line.kind == "row"] == [True, False, False]
    assert [(p.number, p.width, p.height) for p in reading.pages] == [(1, 720.0, 540.0), (2, 720.0, 540.0)]
    assert reading.title is None and not reading.warnings


def test_hidden_slides_are_left_out_and_said() -> None:
    slides = made()
    slides.slides[0]._element.set("show", "0")
    reading = read("a.pptx", saved(slides))
    assert {line.page for line in reading.lines} == {2} and reading.warnings == ("slides-hidden",)


def test_the_numbers_of_a_list_are_those_shown() -> None:
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    box(slide, 1, 1, "Mở đầu", "Một", "a", "b", "Hai", "c")
    frame = slide.shapes[0].text_frame
    for paragraph, (level, kind) in zip(
        frame.paragraphs[1:],
        [(0, "arabicPeriod"), (1, "alphaLcParenR"), (1, "alphaLcParenR"), (0, "arabicPeriod"), (1, "alphaLcParenR")],
        strict=True,
    ):
        paragraph.level = level
        properties = paragraph._p.get_or_add_pPr()
        properties.append(properties.makeelement(qn("a:buAutoNum"), {"type": kind}))
    found = [line.text for line in read("a.pptx", saved(slides)).lines]
    assert found == ["Mở đầu", "1. Một", "a) a", "b) b", "2. Hai", "a) c"]


def test_a_slide_show_with_macros_is_read_as_slides() -> None:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(made()))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"vnd.openxmlformats-officedocument.presentationml.presentation.main",
                    b"vnd.ms-powerpoint.slideshow.macroEnabled.main",
                )
            new.writestr(name, part)
    assert read("a.ppsm", out.getvalue()).lines == read("a.pptx", saved(made())).lines
