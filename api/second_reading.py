"""The second reader put together: the model of the settings, the assistant's check, the ingestion's rules."""

from assistant.listen import Limits
from assistant.llm import Named
from assistant.second_reading.reader import SecondReader
from corpus.corpus import Corpus
from ingest.reextract import stored_document
from ingest.reread import Reread


def second_reader(corpus: Corpus, model: Named) -> SecondReader:
    """Reads what a corpus holds; each passage within the time that the settings give an answer."""
    settings = corpus.settings
    limits = Limits(settings.llm_first_seconds, settings.llm_seconds)
    called = settings.llm_model or settings.llm or ""
    return SecondReader(corpus.library, model, called, limits, lambda entry: Reread(stored_document(corpus, entry)))
