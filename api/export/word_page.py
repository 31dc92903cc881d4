"""The page of a Word file: A4 upright or lying, margins, the number at the top. Knows nothing of what stands on it."""

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from api.export.layouts import LONG_SIDE, SHORT_SIDE, Figures
from api.export.word_xml import Block, field, paragraph


def set_page(word: Document, figures: Figures, wide: bool) -> None:
    """A4 with the layout's margins; lying where the tables are wide, as Decree 30/2020 allows."""
    section = word.sections[0]
    across, down = (LONG_SIDE, SHORT_SIDE) if wide else (SHORT_SIDE, LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(across), Mm(down)
    section.top_margin, section.bottom_margin = Mm(figures.top), Mm(figures.bottom)
    section.left_margin, section.right_margin = Mm(figures.left), Mm(figures.right)
    section.header_distance, section.footer_distance = Mm(figures.top / 2), Mm(figures.bottom / 2)


def number_pages(word: Document, figures: Figures) -> None:
    """The page number in the middle of the top margin, from the second page on."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    header = section.header
    header.is_linked_to_previous = False
    for old in list(header._element):
        header._element.remove(old)
    header._element.append(paragraph(field("PAGE"), Block("Header", align="center", before=0, after=0)))
