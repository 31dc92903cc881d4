"""Every sentence that the program says to a person, in both languages; the tables stand in `corpus.said`.

Knows nothing of where a sentence is shown.
"""

from corpus.said.affected import AFFECTED_MESSAGES
from corpus.said.answers import ANSWER_MESSAGES
from corpus.said.checklists import CHECKLIST_MESSAGES
from corpus.said.command_line import COMMAND_LINE_MESSAGES
from corpus.said.compare import COMPARE_MESSAGES
from corpus.said.consolidated import CONSOLIDATED_MESSAGES
from corpus.said.conversations import CONVERSATION_MESSAGES
from corpus.said.courses import COURSE_MESSAGES
from corpus.said.exports import EXPORT_MESSAGES
from corpus.said.files import FILE_MESSAGES
from corpus.said.ingestion import INGESTION_MESSAGES
from corpus.said.language_model import LANGUAGE_MODEL_MESSAGES
from corpus.said.languages import LANGUAGES, Language, Sentences
from corpus.said.precedence import PRECEDENCE_MESSAGES
from corpus.said.registers import REGISTER_MESSAGES
from corpus.said.relations import RELATION_MESSAGES
from corpus.said.requests import REQUEST_MESSAGES
from corpus.said.requirements import REQUIREMENT_MESSAGES
from corpus.said.states import STATE_MESSAGES
from corpus.said.stores import STORE_MESSAGES
from corpus.said.units import UNIT_MESSAGES
from corpus.said.validity import VALIDITY_MESSAGES

__all__ = ["LANGUAGES", "MESSAGES", "TABLES", "Language", "message"]

TABLES: tuple[Sentences, ...] = (
    FILE_MESSAGES,
    INGESTION_MESSAGES,
    STORE_MESSAGES,
    REQUEST_MESSAGES,
    COMMAND_LINE_MESSAGES,
    LANGUAGE_MODEL_MESSAGES,
    ANSWER_MESSAGES,
    CONVERSATION_MESSAGES,
    STATE_MESSAGES,
    RELATION_MESSAGES,
    VALIDITY_MESSAGES,
    AFFECTED_MESSAGES,
    PRECEDENCE_MESSAGES,
    CONSOLIDATED_MESSAGES,
    COMPARE_MESSAGES,
    CHECKLIST_MESSAGES,
    REQUIREMENT_MESSAGES,
    REGISTER_MESSAGES,
    UNIT_MESSAGES,
    COURSE_MESSAGES,
    EXPORT_MESSAGES,
)
MESSAGES: Sentences = {code: texts for table in TABLES for code, texts in table.items()}


def message(code: str, language: Language, **facts: object) -> str:
    """The message `code` in one language, filled with its facts; an unknown code is a KeyError."""
    return MESSAGES[code][language].format(**facts)
