"""A sheet as CSV: one line a row, UTF-8 with BOM so that Excel reads the diacritics. Knows nothing of files."""

import csv
import io

from api.export.records import records
from assistant.sheet import Sheet

# what a spreadsheet would take for a formula; also in the full-width forms that some turn into the plain ones
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def as_csv(sheet: Sheet) -> bytes:
    """The rows with their sources; a cell that a spreadsheet would calculate begins with an apostrophe."""
    headings, rows = records(sheet)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_harmless(heading) for heading in headings])
    for row in rows:
        writer.writerow([value.isoformat() if hasattr(value, "isoformat") else _harmless(str(value)) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return "'" + cell if cell.lstrip(" \n").startswith(_FORMULA) else cell
