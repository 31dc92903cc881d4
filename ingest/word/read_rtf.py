"""Rich Text Format, with its fonts, tables and notes. Knows nothing of other formats."""

from corpus.errors import FileError
from ingest.lines import Allowed, Reading
from ingest.word.rtf import Rtf
from ingest.word.word_lines import word_lines


def read_rtf(name: str, content: bytes, allowed: Allowed) -> Reading:
    """An RTF document; footnotes follow the text."""
    try:
        found = Rtf(content)
    except (ValueError, OverflowError) as error:
        raise FileError("file-broken", name=name, format="RTF") from error
    return Reading(tuple(word_lines([found.paragraphs, found.notes])), "application/rtf")
