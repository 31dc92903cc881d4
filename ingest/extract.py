"""A document's registers: what it lays down, entry by entry. Knows nothing of stores; each kind has its own file."""

from corpus.document import Document
from corpus.registers import Registers
from ingest.definitions import find_definitions
from ingest.duties import duties
from ingest.figures import find_figures
from ingest.requirements import find_requirements

EXTRACTOR = 1  # raised when entries would come out otherwise


def extract(document: Document) -> Registers:
    """The duties, requirements, figures and definitions of a document, each pointing at its words."""
    return Registers(
        duties=duties(document),
        requirements=find_requirements(document),
        figures=find_figures(document),
        definitions=find_definitions(document),
    )
