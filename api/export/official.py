"""What stands around the content of an official document: head, type and summary, recipients and signature.

Knows the two layouts' drawing, not what the document says.
"""

from api.export.layouts import Figures
from api.export.letters import wide
from api.export.word_xml import Block, Element, Look, cell, paragraph, row, table
from api.export.words import blank
from assistant.sheet import Sheet
from corpus.folding import fold
from corpus.messages import message

_CENTRED = Block(align="center", before=0, after=0)
_LEFT_SHARE = 0.4


def head(sheet: Sheet, figures: Figures, width: int) -> Element:
    """The two columns without lines at the top: who issues, under which number; which state or party, where, when."""
    left = round(width * _LEFT_SHARE)
    sides = (_issuer(sheet, figures, left), _nation(sheet, figures, width - left))
    cells = [cell(across, *lines) for across, lines in zip((left, width - left), sides, strict=True)]
    return table([left, width - left], [row(*cells, whole=True)], ruled=False)


def _issuer(sheet: Sheet, figures: Figures, width: int) -> list[Element]:
    speaks, open_ = sheet.language, blank(sheet.language)
    lines = [
        paragraph(message("export-parent", speaks, blank=open_), _CENTRED, Look(figures.parent)),
        paragraph(message("export-issuer", speaks, blank=open_), _CENTRED, Look(figures.issuer, bold=True)),
    ]
    if sheet.layout == "party":
        lines.append(paragraph("*", _CENTRED, Look(figures.parent)))
        lines.append(paragraph(message("export-number-party", speaks), _CENTRED, Look(figures.number)))
    else:
        # a third to a half as long as the line above
        lines.append(_rule(width, width * 0.35))
        lines.append(paragraph(message("export-number-state", speaks), _CENTRED, Look(figures.number)))
    lines.append(
        paragraph(message("export-draft", speaks), Block(align="center", before=6, after=0), Look(13, bold=True))
    )
    return lines


def _nation(sheet: Sheet, figures: Figures, width: int) -> list[Element]:
    speaks = sheet.language
    if sheet.layout == "party":
        name = message("export-party", speaks)
        lines = [
            paragraph(name, _CENTRED, Look(figures.title, bold=True)),
            _rule(width, wide(name, figures.title, bold=True) * 20),
        ]
    else:
        motto = message("export-motto", speaks)
        lines = [
            paragraph(message("export-state", speaks), _CENTRED, Look(figures.title, bold=True)),
            paragraph(motto, _CENTRED, Look(figures.motto, bold=True)),
            _rule(width, wide(motto, figures.motto, bold=True) * 20),
        ]
    words = message("export-place-date", speaks, blank=blank(speaks), year=sheet.made.year)
    return [*lines, paragraph(words, Block(align="center", before=6, after=0), Look(figures.place, italic=True))]


def _rule(width: int, length: float) -> Element:
    """A rule in the middle of a column, `length` long: the lower edge of an empty line."""
    side = max(0, round((width - length) / 2))
    return paragraph("", Block(align="center", before=0, after=4, pitch=3, sides=(side, side), rule=True))


def title(sheet: Sheet, figures: Figures, width: int) -> list[Element]:
    """The type in capitals, the summary under it (none where it says no more), and what ends the title."""
    kind = message(f"export-type-{sheet.kind}", sheet.language)
    heading = Block("Title", align="center", before=18, after=0, with_next=True)
    summary = Block(align="center", before=0, after=0, sides=(0, 0), with_next=True)
    lines = [paragraph(kind, heading, Look(figures.type, bold=True))]
    if fold(sheet.title) != fold(kind):
        lines.append(paragraph(sheet.title, summary, Look(figures.summary, bold=True)))
    if sheet.layout == "party":
        return [*lines, paragraph("-----", Block(align="center", before=0, after=12, sides=(0, 0)))]
    return [*lines, _rule(width, width * 0.25), paragraph("", Block(before=0, after=6))]


def sign_off(sheet: Sheet, figures: Figures, width: int) -> Element:
    """Recipients on the left, the signature's place on the right: all of it to be filled in."""
    speaks, open_, party = sheet.language, blank(sheet.language), sheet.layout == "party"
    left = Block(align="left", before=0, after=0, sides=(0, 0), with_next=True)
    centred = Block(align="center", before=0, after=0, sides=(0, 0), with_next=True)
    recipients = Look(14, underline=True) if party else Look(12, bold=True, italic=True)
    size = figures.body
    lists = Look(12 if party else 11)
    first = [
        paragraph(message("export-recipients", speaks), left, recipients),
        paragraph(f"- {open_};", left, lists),
        paragraph(message(f"export-archived-{sheet.layout}", speaks, blank=open_), left, lists),
    ]
    second = [
        paragraph(message("export-authority", speaks, blank=open_), centred, Look(size, bold=True)),
        paragraph(message("export-post", speaks, blank=open_), centred, Look(size, bold=not party)),
        *(paragraph("", centred) for _ in range(4)),
        paragraph(
            message("export-signature", speaks, blank=open_),
            Block(align="center", before=0, after=0),
            Look(size, bold=True),
        ),
    ]
    half = width // 2
    return table([half, width - half], [row(cell(half, *first), cell(width - half, *second), whole=True)], ruled=False)
