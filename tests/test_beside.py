"""What stands beside the question's words in and above a statement, and how near its own tokens come."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.best_first import rank
from assistant.evidence import gather
from assistant.question import understand
from assistant.references import resolve
from assistant.relevance import Features
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings

Look = Callable[[str], list[tuple[str, Features]]]


@pytest.fixture(scope="module")
def look(sample_data: Path, embedding: SentenceEmbedding) -> Iterator[Look]:
    """The statements for a question with their features, best first."""
    corpus = Corpus(read_settings(sample_data))
    corpus.embedding = embedding
    assistant = Assistant(corpus)

    def looked(text: str) -> list[tuple[str, Features]]:
        question, view = understand(text), assistant.search.view
        named = resolve(assistant.corpus, question, view.entries.values())
        evidence = gather(assistant.corpus, view, assistant.hits(question, named, None))
        return [(s.evidence.text, s.features) for s in rank(evidence, assistant.relevance(question, named, view))]

    yield looked
    corpus.close()


def _of(found: list[tuple[str, Features]], begins: str) -> Features:
    return next(f for text, f in found if begins in text)


def test_a_heading_that_names_what_is_listed_speaks_for_what_stands_below_it(look: Look) -> None:
    found = look("Nghị quyết 05-NQ/TU nêu những hạn chế gì?")
    below, other = _of(found, "Cơ cấu đội ngũ chưa hợp lý"), _of(found, "thể chế hóa")
    assert below.focused == 1.0 > other.focused
    assert below.headed > other.headed


def test_another_word_beside_the_same_neighbour_is_seen(look: Look) -> None:
    found = look("Up to what age can a public employee of the education sector be sent to postgraduate training?")
    assert _of(found, "employee of the health sector").othered > 0
    found = look("Up to what age can a public employee of the health sector be sent to postgraduate training?")
    assert _of(found, "employee of the health sector").othered == 0


def test_a_statement_is_near_by_its_own_tokens(look: Look) -> None:
    found = look("Under Plan 96/KH-UBND, how often can a deadline be postponed?")
    said = _of(found, "A deadline may be extended")
    assert said.near > 0.4
    assert sum(f.near > said.near for _, f in found) <= 1 < len(found) / 4
    of_other_things = look("Who mends the roof of the stadium?")
    assert max(f.near for _, f in of_other_things) < said.near


def test_what_others_say_of_other_things_is_no_answer_about_a_named_document(look: Look) -> None:
    found = look("Who is the head of the Steering Committee of Programme 02-CTr/TU?")
    assert found
    assert not any("Tran Quang Hai" in text for text, _ in found)
