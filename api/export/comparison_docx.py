"""A comparison as a Word file: the summary, then a table of both wordings. Decides nothing."""

import io

from docx import Document

from api.export.comparison import Printed, Row
from api.export.layouts import LONG_SIDE, STATE, table_size
from api.export.word_page import number_pages, set_page
from api.export.word_styles import set_styles
from api.export.word_table import CELL, HEADING
from api.export.word_xml import Block, Element, Look, cell, paragraph, row, run, table, twips
from api.export.words import printable
from assistant.comparison.runs import Run
from corpus.messages import message

_SHADE = "E7E6E6"
_LONG = 900  # characters from which on a row may be split between pages
_KIND = twips(30)
_LOOKS = {"same": Look(), "removed": Look(strike=True), "added": Look(bold=True, underline=True)}


def comparison_docx(content: Printed) -> bytes:
    """A lying page: what only the left text has is struck through, what only the right one has is underlined."""
    word = Document()
    set_styles(word, STATE, table_size(7), content.language)
    set_page(word, STATE, wide=True)
    number_pages(word, STATE)
    word.core_properties.title = printable(content.title)[:255]
    word.core_properties.author = "Vanban"
    word.core_properties.language = "vi-VN" if content.language == "vi" else "en-GB"
    body = word.element.body
    for element in _content(content):
        body.insert(len(body) - 1, element)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _content(content: Printed) -> list[Element]:
    speaks = content.language
    centred = Block("Title", align="center", before=0, after=6, with_next=True)
    found = [paragraph(content.title, centred, Look(STATE.type, bold=True))]
    found += [paragraph(note, Block("BodyText")) for note in content.notes]
    if not content.rows:
        return found
    found.append(paragraph(message("compare-legend", speaks), Block("BodyText"), Look(italic=True)))
    found.append(paragraph(message("compare-summary", speaks), Block("Heading1", with_next=True)))
    found += [paragraph(f"{n}. {line}", Block("BodyText")) for n, line in enumerate(content.summary, 1)]
    found.append(paragraph(message("compare-in-detail", speaks), Block("Heading1", with_next=True)))
    return [*found, _table(content), paragraph("", Block(CELL))]


def _table(content: Printed) -> Element:
    width = twips(LONG_SIDE - STATE.left - STATE.right)
    half = (width - _KIND) // 2
    widths = [_KIND, half, width - _KIND - half]
    look = Block(HEADING, with_next=True)
    names = (message("compare-difference", content.language), *content.columns)
    first = [cell(w, paragraph(name, look), shade=_SHADE) for w, name in zip(widths, names, strict=True)]
    return table(widths, [row(*first, whole=True, heading=True), *(_row(r, widths) for r in content.rows)], ruled=True)


def _row(r: Row, widths: list[int]) -> Element:
    kind = paragraph(r.kind, Block(CELL), Look(bold=True))
    sides = zip((r.left, r.right), (r.old, r.new), strict=True)
    cells = [cell(w, *_side(*s)) for w, s in zip(widths[1:], sides, strict=True)]
    return row(cell(widths[0], kind), *cells, whole=sum(len(x.text) for x in (*r.old, *r.new)) < _LONG)


def _side(name: str, runs: tuple[Run, ...]) -> list[Element]:
    found = [paragraph(name, Block(CELL, with_next=bool(runs)), Look(bold=True))] if name else []
    if runs or not found:
        found.append(paragraph([run(r.text, _LOOKS[r.mark]) for r in runs], Block(CELL)))
    return found
