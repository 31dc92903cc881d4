"""Whether the cell of a table's row that a question asks for is empty: of a year whose column has a dash there, the row
tells nothing, whatever its other cells say. Knows one statement at a time.
"""

import re

from assistant.evidence import Evidence
from assistant.question import Question

_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d{2}(?![\d-]|[.,]\d)")
_CELL = re.compile(r" ?\| ?")


def fills_cell(question: Question, e: Evidence) -> bool:
    """False for a row whose cells under every column of the year that is asked about are empty."""
    years = set(_YEAR.findall(question.text)) if e.header and question.kind == "number" else set()
    if not years:
        return True
    of_year = [
        cell for name, cell in zip(e.header, _CELL.split(e.text), strict=False) if years & set(_YEAR.findall(name))
    ]
    return not of_year or any(any(c.isalnum() for c in cell) for cell in of_year)
