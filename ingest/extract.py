"""A document's registers: what it lays down, entry by entry. Knows nothing of stores; each kind has its own file."""

import re
from collections.abc import Iterator, Sequence

from corpus.document import Document
from corpus.registers import Duty, Registers, Requirement
from ingest.definitions import find_definitions
from ingest.duties import duties
from ingest.figures import find_figures
from ingest.prepared import Prepared
from ingest.requirements import find_requirements

EXTRACTOR = 12  # raised when entries would come out otherwise


# being, having and obtaining; also what one may not be given without
_STATE = re.compile(
    r"(?:must|shall|may not)\s+(?:fully |also )?(?:be (?!trained|sent|given|planned)|have|hold|possess|meet"
    r"|satisfy|obtain|reach|attain"
    r"|register)|(?:phải|cần)\s+(?:có|là|đạt|đáp ứng|bảo đảm|đảm bảo|đủ|còn|thuộc|tốt nghiệp|trong)\s",
    re.IGNORECASE,
)
_PAPERS = ("document", "count")


def extract(document: Document) -> Registers:
    """The duties, requirements, figures and definitions of a document, each pointing at its words."""
    prepared = Prepared(document)
    requirements = find_requirements(prepared)
    return Registers(
        duties=tuple(_but_requirements(document, duties(prepared), requirements)),
        requirements=requirements,
        figures=find_figures(prepared),
        definitions=find_definitions(prepared),
    )


def _but_requirements(document: Document, found: Sequence[Duty], requirements: Sequence[Requirement]) -> Iterator[Duty]:
    """The duties without what a person must be or have, which is a requirement: "must have worked for 3 years"."""
    asked = [r for r in requirements if r.attribute not in _PAPERS and r.subject is not None]
    for duty in found:
        inside = [r for r in asked if duty.whole.start <= r.words.start and r.words.end <= duty.whole.end]
        timed = duty.deadline is not None and not any(
            r.words.start <= duty.deadline.phrase.start < r.words.end for r in inside
        )
        own = [r for r in inside if duty.lead is None or _same_words(duty, r)]
        if not own or timed or not _STATE.match(document.text, duty.action.start, duty.action.end):
            yield duty


def _same_words(duty: Duty, requirement: Requirement) -> bool:
    """Whether a duty and a requirement are of the same person."""
    lead, subject = duty.lead, requirement.subject
    return lead is not None and subject is not None and lead.start < subject.end and subject.start < lead.end
