"""Makes a Word file of a sample source, laid out as the rules for state and Party documents ask."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from corpus.samples.docx_body import Body
from corpus.samples.docx_head import letterhead, opening
from corpus.samples.docx_paper import Paper
from corpus.samples.docx_styles import begin_numbering, define_styles, set_page
from corpus.samples.word_parts import fixed_zip, prune_template, set_defaults

if TYPE_CHECKING:
    from corpus.samples.markup import Source

WORD_FONT = "Times New Roman"


def render_docx(source: Source, font: str = WORD_FONT) -> bytes:
    """The Word file of a source, the same bytes for the same source."""
    paper = Paper(source, font)
    prune_template(paper.doc)
    set_defaults(paper.doc, font, "en-US" if source.english else "vi-VN")
    set_page(paper)
    define_styles(paper)
    if source.auto_numbering:
        begin_numbering(paper)
    letterhead(paper, full=True)
    opening(paper)
    body = Body(paper)
    for index, block in enumerate(source.blocks):
        body.add(block, index)
    _properties(paper)
    buffer = io.BytesIO()
    paper.doc.save(buffer)
    return fixed_zip(buffer.getvalue(), source.date)


def _properties(paper: Paper) -> None:
    core, source = paper.doc.core_properties, paper.source
    core.author = core.last_modified_by = source.issuer
    core.title, core.comments, core.keywords = source.name, "", ""
    core.language = "en-US" if source.english else "vi-VN"
    core.created = core.modified = source.date
    core.revision = 2
