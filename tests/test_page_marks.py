"""The marks of a citation on its page: which words, drawn how. Words and pages made here."""

import io

from PIL import Image

from api.page_marks import as_png, marks_on
from corpus.document import Page
from corpus.layout import Box, WordBox

TEXT = "Điều 1. Con dấu | tròn\nĐiều 2. Hiệu lực"


def laid_out(text: str, page: int = 1) -> list[WordBox]:
    """Each word in a place of its own: lines a tenth of the page apart, words by their column; bars are not printed."""
    words: list[WordBox] = []
    at = 0
    for row, line in enumerate(text.split("\n")):
        column = 0
        for word in line.split(" "):
            box = Box(page, 0.1 + column / 40, 0.1 * (row + 1), 0.1 + (column + len(word)) / 40, 0.1 * (row + 1) + 0.04)
            if word != "|":
                words.append(WordBox(at, at + len(word), box))
            at += len(word) + 1
            column += len(word) + 1
    return words


WORDS = laid_out(TEXT)
WHOLE = Page(1, 0, len(TEXT))


def test_all_words_of_a_range_are_marked_a_line_at_a_time() -> None:
    marks = marks_on(WORDS, TEXT, WHOLE, 0, TEXT.index("\n"))
    assert marks.extent == "all" and len(marks.boxes) == 1
    assert (marks.boxes[0].left, marks.boxes[0].top) == (WORDS[0].box.left, WORDS[0].box.top)
    both = marks_on(WORDS, TEXT, WHOLE, 0, len(TEXT))
    assert [b.top for b in both.boxes] == [WORDS[0].box.top, WORDS[-1].box.top]


def test_a_range_that_begins_inside_a_word_marks_that_word() -> None:
    start = TEXT.index("dấu") + 1
    marks = marks_on(WORDS, TEXT, WHOLE, start, start + 2)
    dau = next(w for w in WORDS if w.start == start - 1)
    assert marks.boxes == (dau.box,) and marks.extent == "all"


def test_under_half_of_the_words_placed_marks_nothing() -> None:
    line = TEXT.index("\n")  # Điều 1. Con dấu tròn: five words
    assert marks_on(WORDS[:2], TEXT, WHOLE, 0, line).boxes == ()
    assert marks_on(WORDS[:2], TEXT, WHOLE, 0, line).extent == "none"
    three = marks_on(WORDS[:3], TEXT, WHOLE, 0, line)
    assert three.extent == "part" and three.boxes[0].right == WORDS[2].box.right


def test_what_stands_on_another_page_does_not_count() -> None:
    line = TEXT.index("\n")
    first, second = Page(1, 0, line + 1), Page(2, line + 1, len(TEXT))
    on_first = [w for w in WORDS if w.start < line]
    on_second = [WordBox(w.start, w.end, Box(2, *corners(w.box))) for w in WORDS if w.start > line]
    assert marks_on(on_first, TEXT, first, 0, len(TEXT)).extent == "all"
    assert marks_on(on_second, TEXT, second, 0, len(TEXT)).extent == "all"
    assert marks_on(on_second, TEXT, second, 0, 7).extent == "none"


def corners(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def test_a_mark_tints_the_paper_outlines_it_and_leaves_the_ink() -> None:
    page = Image.new("L", (400, 400), 255)
    page.paste(0, (100, 60, 110, 64))  # ink inside the mark
    drawn = Image.open(io.BytesIO(as_png(page, [Box(1, 0.2, 0.1, 0.6, 0.2)])))
    assert drawn.size == (400, 400) and drawn.mode == "RGB"
    assert drawn.getpixel((105, 62)) == (0, 0, 0)
    assert drawn.getpixel((150, 60)) == (255, 229, 122)
    assert drawn.getpixel((150, 35)) == (176, 58, 0)  # the outline, a little outside the words
    assert drawn.getpixel((300, 300)) == (255, 255, 255)


def test_a_mark_at_the_very_edge_stays_on_the_page() -> None:
    drawn = Image.open(io.BytesIO(as_png(Image.new("RGB", (50, 50), "white"), [Box(1, 0.99, 0.99, 1.0, 1.0)])))
    assert drawn.size == (50, 50) and drawn.getpixel((49, 49)) != (255, 255, 255)
    whole = as_png(Image.new("RGB", (50, 50), "white"), [Box(1, 0.0, 0.0, 1.0, 1.0), Box(1, 1.0, 1.0, 1.0, 1.0)])
    assert Image.open(io.BytesIO(whole)).getpixel((25, 25)) == (255, 229, 122)
