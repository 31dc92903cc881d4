"""Texts written in a test, read as an uploaded file would be: for what needs a tree of units and no data folder."""

from assistant.comparison.text import Compared
from assistant.consolidated import Origin
from corpus.document import Outline
from ingest.clean import clean
from ingest.identify import identify
from ingest.lines import Allowed
from ingest.outline import outline
from ingest.read_text import read_text


def origin(text: str, id: str = "a") -> Origin:
    """A text with its units, as a source of wordings."""
    cleaned = clean(read_text("a.txt", text.strip().encode(), Allowed()))
    identity = identify(cleaned, "a")
    return Origin(id, cleaned.text, Outline(outline(cleaned, identity)), identity.language, identity.number)


def compared(text: str) -> Compared:
    """A text with its units, to be compared."""
    made = origin(text)
    return Compared(made.text, made.outline, made.language)
