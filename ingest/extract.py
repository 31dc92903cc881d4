"""A document's registers: what it lays down, entry by entry. Knows nothing of stores; each kind has its own file."""

from corpus.document import Document
from corpus.registers import Registers
from ingest.duties import duties

EXTRACTOR = 1  # raised when entries would come out otherwise


def extract(document: Document) -> Registers:
    """The duties, requirements, figures and definitions of a document, each pointing at its words."""
    return Registers(duties=duties(document))
