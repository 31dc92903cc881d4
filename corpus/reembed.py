"""Another model for an index: its vectors are made document by document while the old ones go on answering.

May be broken off at any moment and goes on where it was; documents that come meanwhile are included. At the end one
commit switches, and then the old vectors, windows and codes go. Others may write all the while: only the switch itself
keeps them away, for a moment.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from corpus.answering import full_name
from corpus.embed import embedded
from corpus.errors import ConflictError
from corpus.windows import cut_windows

if TYPE_CHECKING:
    from corpus.corpus import Corpus
    from corpus.embedding import SentenceEmbedding
    from corpus.vectors import Vectors

Tell = Callable[[int, int], None]
_AGAIN = 1.0  # seconds between two looks whether the other writer is done
_LOOK = 0.2  # seconds between two looks whether to stop


def reembed(
    corpus: "Corpus",
    tell: Tell = lambda done, total: None,
    stopped: Callable[[], bool] = lambda: False,
    grace: float = 0.0,
) -> bool:
    """Makes the index answer by the model that the settings name; gives whether it does now.

    `tell` hears how many documents are done of how many; `grace` are the seconds that questions under way are given
    before the old vectors go. Raises ConflictError if another process is at the same work.
    """
    if corpus.answering_mark == corpus.model:
        return True
    try:
        with _alone(corpus):
            if not _reembedded(corpus, tell, stopped):
                return False
            until = time.monotonic() + grace
            while time.monotonic() < until and not stopped():
                time.sleep(min(grace, _LOOK))
            if not stopped():
                _forget_others(corpus)
            return True
    except Timeout as error:
        raise ConflictError("writer-busy", data=corpus.settings.data) from error


def tidy(corpus: "Corpus") -> None:
    """Clears away what an old model has left, if the run that switched did not come to it."""
    if corpus.library.note("leaving") is None:
        return
    try:
        with _alone(corpus):
            _forget_others(corpus)
    except Timeout:
        return  # it is still at it


def _alone(corpus: "Corpus") -> FileLock:
    return FileLock(corpus.settings.data / "reembedding.lock", timeout=0)


def _forget_others(corpus: "Corpus") -> None:
    with corpus.storing():
        corpus.vectors.forget_other_models()
    corpus.library.forget_other_models(corpus.answering_mark)


def _reembedded(corpus: "Corpus", tell: Tell, stopped: Callable[[], bool]) -> bool:
    embedding, vectors = corpus.open_model(corpus.settings.model), corpus.open_vectors(corpus.model)
    try:
        done = 0
        while not stopped():
            todo = corpus.library.without_codes(corpus.model)
            for n, revision in enumerate(todo):
                tell(done + n, done + len(todo))
                if stopped():
                    return False
                _one(corpus, revision, embedding, vectors)
            done += len(todo)
            tell(done, done)
            if _switched(corpus):
                return True
        return False
    finally:
        vectors.close()


def _one(corpus: "Corpus", revision: int, embedding: "SentenceEmbedding", vectors: "Vectors") -> None:
    library = corpus.library
    text = library.live_text(revision)
    if text is None:
        return
    made = embedded(text, cut_windows(text, library.passages_of(revision), embedding), embedding)
    with corpus.storing():
        # as a writer does: vectors first, and what is counted as done last; it is nothing if the document has gone
        vectors.add({revision: made.windows}, made.vectors)
        if not library.write_codes(revision, corpus.model, made.codes, made.tokens, made.windows):
            vectors.delete([revision])


def _switched(corpus: "Corpus") -> bool:
    """Switches, if no document is left to do once nobody else writes."""
    try:
        with corpus.writing():
            if corpus.library.without_codes(corpus.model):
                return False
            corpus.library.answer_by(corpus.model, full_name(corpus.settings.model))
    except ConflictError:
        time.sleep(_AGAIN)
        return False
    corpus.check_model()
    return True
