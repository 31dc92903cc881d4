"""A sheet as a Word file in the State's or the Party's layout: a draft with blanks. Knows nothing of files.

The main path is `as_docx`; the figures stand in `layouts`, what is around the content in `official`.
"""

import io
from collections.abc import Iterable
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as Word

from api.export import official
from api.export.footnotes import Footnotes
from api.export.laid import Laid, laid_for_print
from api.export.layouts import LAYOUTS, LONG_SIDE, POINTS, SHORT_SIDE, Figures, lies, table_size
from api.export.letters import lines
from api.export.page_room import PITCH, Room
from api.export.word_page import number_pages, set_page
from api.export.word_styles import set_styles
from api.export.word_table import CELL, Tables, most_columns
from api.export.word_xml import Block, Element, paragraph, twips
from api.export.words import documents_of, printable
from assistant.sheet import Sheet
from corpus.dates import day_words
from corpus.messages import message

_BODY, _SECTION = "BodyText", "Heading1"
_HEAD, _HEADING = 172.0, 14.0  # points that head and title take but for the summary, and the space around a heading


def as_docx(sheet: Sheet) -> bytes:
    """The whole document: head, title, notes, tables with footnoted sources, the documents cited, the signature."""
    contents = laid_for_print(sheet)
    figures, columns = LAYOUTS[sheet.layout], most_columns(contents)
    wide = lies(columns)
    word, footnotes = Document(), Footnotes()
    set_styles(word, figures, table_size(columns), sheet.language)
    set_page(word, figures, wide)
    number_pages(word, figures)
    body = word.element.body
    for element in _content(sheet, contents, figures, footnotes):
        body.insert(len(body) - 1, element)  # before the section's own properties, which end the body
    footnotes.attach(word)
    _describe(word, sheet)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _content(sheet: Sheet, contents: list[Laid | None], figures: Figures, footnotes: Footnotes) -> list[Element]:
    sides = (LONG_SIDE, SHORT_SIDE) if lies(most_columns(contents)) else (SHORT_SIDE, LONG_SIDE)
    width = twips(sides[0] - figures.left - figures.right)
    tables = Tables(sheet, footnotes, contents, width)
    room = Room((sides[1] - figures.top - figures.bottom) * POINTS)
    found = [official.head(sheet, figures, width), *official.title(sheet, figures, width)]
    room.flow(_HEAD + _height([sheet.title], figures, width, bold=True) + _height(sheet.notes, figures, width))
    found += [paragraph(note, Block(_BODY)) for note in sheet.notes]
    if not sheet.rows:
        found.append(paragraph(message("export-nothing", sheet.language), Block(_BODY)))
    for section, content in zip(sheet.sections, contents, strict=True):
        titled = [section.title] if section.title.strip() else []
        if apart := section.role == "key" and bool(titled):  # the questions can be handed out without their answers
            room.turn()
        found += [paragraph(title, Block(_SECTION, new_page=apart)) for title in titled]
        found += [paragraph(note, Block(_BODY, with_next=content is not None)) for note in section.notes]
        before = _HEADING * len(titled) + _height((*titled, *section.notes), figures, width)
        if content is None:
            room.flow(before)
        else:
            found += [*tables.of(section, content, room, before), _gap()]
            room.flow(figures.body * PITCH)
    if documents_of(sheet):
        found += [paragraph(message("export-sources", sheet.language), Block(_SECTION)), tables.sources(), _gap()]
    closing = message("export-closing", sheet.language, day=day_words(sheet.made, sheet.language))
    # what ends the text: the State's sign, the Party's full stop
    end = "./." if sheet.layout == "state" else "."
    last = paragraph(closing + end, Block(_BODY, with_next=True))  # a signature is never alone on its page
    return [*found, last, _gap(with_next=True), official.sign_off(sheet, figures, width), _gap()]


def _height(texts: Iterable[str], figures: Figures, width: int, bold: bool = False) -> float:
    """The points that paragraphs of the body's size take."""
    pitch = figures.line or figures.body * PITCH
    return sum(lines(text, width / 20 - figures.indent * POINTS / 2, figures.body, bold) * pitch + 6 for text in texts)


def _gap(with_next: bool = False) -> Element:
    """An empty line, without which two tables would become one."""
    return paragraph("", Block(CELL, with_next=with_next))


def _describe(word: Word, sheet: Sheet) -> None:
    about, made = word.core_properties, datetime.combine(sheet.made, time(), UTC)
    about.title, about.author, about.comments = printable(sheet.title)[:255], "Vanban", ""
    about.language = "vi-VN" if sheet.language == "vi" else "en-GB"
    about.content_status = message("export-draft", sheet.language)
    about.created = about.modified = made
