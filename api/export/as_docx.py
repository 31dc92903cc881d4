"""A sheet as a Word file in the State's or the Party's layout: a draft with blanks. Knows nothing of files.

The main path is `as_docx`; the figures stand in `layouts`, what is around the content in `official`.
"""

import io
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as Word

from api.export import official
from api.export.footnotes import Footnotes
from api.export.layouts import LAYOUTS, LONG_SIDE, SHORT_SIDE, Figures, lies, table_size
from api.export.page_room import Room
from api.export.word_page import number_pages, set_page
from api.export.word_styles import set_styles
from api.export.word_table import CELL, Tables, most_columns
from api.export.word_xml import Block, Element, paragraph, twips
from api.export.words import day_words, documents_of, printable
from assistant.sheet import Sheet
from corpus.messages import message

_BODY, _SECTION = "BodyText", "Heading1"
_HEAD, _HEADING, _NOTE = 200.0, 55.0, 24.0  # points that head and title, a section's heading, a note take or so


def as_docx(sheet: Sheet) -> bytes:
    """The whole document: head, title, notes, tables with footnoted sources, the documents cited, the signature."""
    figures, columns = LAYOUTS[sheet.layout], most_columns(sheet)
    wide = lies(columns)
    word, footnotes = Document(), Footnotes()
    set_styles(word, figures, table_size(columns), sheet.language)
    set_page(word, figures, wide)
    number_pages(word, figures)
    body = word.element.body
    for element in _content(sheet, figures, footnotes, wide):
        body.insert(len(body) - 1, element)  # before the section's own properties, which end the body
    footnotes.attach(word)
    _describe(word, sheet)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _content(sheet: Sheet, figures: Figures, footnotes: Footnotes, wide: bool) -> list[Element]:
    width = twips((LONG_SIDE if wide else SHORT_SIDE) - figures.left - figures.right)
    tables, room = Tables(sheet, footnotes, width), _room(sheet, figures, wide)
    found = [official.head(sheet, figures, width), *official.title(sheet, figures, width)]
    found += [paragraph(note, Block(_BODY)) for note in sheet.notes]
    if not sheet.rows:
        found.append(paragraph(message("export-nothing", sheet.language), Block(_BODY)))
    for section in sheet.sections:
        found += [paragraph(section.title, Block(_SECTION))] if section.title.strip() else []
        found += [paragraph(note, Block(_BODY, with_next=bool(section.rows))) for note in section.notes]
        room.take(_HEADING + _NOTE * len(section.notes))
        found += [*tables.of(section, room), _gap()] if section.rows else []
    if documents_of(sheet):
        found += [paragraph(message("export-sources", sheet.language), Block(_SECTION)), tables.sources(), _gap()]
    closing = message("export-closing", sheet.language, day=day_words(sheet.made, sheet.language))
    # what ends the text: the State's sign, the Party's full stop
    end = "./." if sheet.layout == "state" else "."
    last = paragraph(closing + end, Block(_BODY, with_next=True))  # a signature is never alone on its page
    return [*found, last, _gap(with_next=True), official.sign_off(sheet, figures, width), _gap()]


def _room(sheet: Sheet, figures: Figures, wide: bool) -> Room:
    height = (SHORT_SIDE if wide else LONG_SIDE) - figures.top - figures.bottom
    return Room(height * 72 / 25.4, _HEAD + _NOTE * len(sheet.notes))


def _gap(with_next: bool = False) -> Element:
    """An empty line, without which two tables would become one."""
    return paragraph("", Block(CELL, with_next=with_next))


def _describe(word: Word, sheet: Sheet) -> None:
    about, made = word.core_properties, datetime.combine(sheet.made, time(), UTC)
    about.title, about.author, about.comments = printable(sheet.title)[:255], "Vanban", ""
    about.language = "vi-VN" if sheet.language == "vi" else "en-GB"
    about.content_status = message("export-draft", sheet.language)
    about.created = about.modified = made
