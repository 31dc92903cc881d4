"""What the routes need at hand: the corpus, the assistant over it, the jobs. The model loads behind the open port."""

import logging
import threading
from typing import Annotated, cast

from fastapi import Depends, Request

from api.jobs import Jobs
from assistant import llm
from assistant.assistant import Assistant
from assistant.checklists.store import Checklists
from assistant.conversations import Conversations
from assistant.courses import Courses
from assistant.feedback import Feedback
from corpus.corpus import Corpus
from corpus.errors import SettingsError, UnavailableError, VanbanError
from corpus.reembed import reembed
from corpus.settings import Settings

_log = logging.getLogger(__name__)
_GRACE = 10.0  # seconds: for questions under way when another model takes over
_LOADING = 60.0  # seconds: for a model that is still loading when the server stops
_FAREWELL = 5.0  # seconds: for the document whose vectors are being made when the server stops


class Serving:
    """One data folder being served."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._model = llm.named(settings)
        self.corpus = Corpus(settings).open()
        self.jobs = Jobs(settings)
        self.conversations = Conversations(settings.data)
        self.feedback = Feedback(settings.data)
        self.checklists = Checklists(settings.data)
        self.courses = Courses(settings.data)
        self._assistant = Assistant(self.corpus, self._model)
        self._warming = threading.Thread(target=self._warm, name="warming", daemon=True)
        self._stopping = threading.Event()
        self._reembedding = threading.Thread(target=self._reembed, name="reembedding", daemon=True)

    def open(self) -> None:
        """Begins to load the model, and to make the vectors of another one if the settings name another."""
        self._warming.start()
        if self.corpus.answering_mark != self.corpus.model:
            self._reembedding.start()

    def close(self) -> None:
        """Lets go of everything."""
        self._stopping.set()
        if self._warming.ident is not None:
            # the engine's own code cannot be broken off: an interpreter that ends meanwhile is aborted
            self._warming.join(_LOADING)
        if self._reembedding.ident is not None:
            self._reembedding.join(_FAREWELL)
        self.jobs.close()
        if self._model is not None:
            self._model.close()
        self.conversations.close()
        self.feedback.close()
        self.checklists.close()
        self.courses.close()
        self.corpus.close()

    @property
    def assistant(self) -> Assistant:
        """The assistant, when its model has loaded: two threads must not load it at once."""
        if self._warming.ident is not None:
            self._warming.join()
        return self._assistant

    @property
    def warm(self) -> bool:
        """Whether the model has loaded."""
        return self._warming.ident is not None and not self._warming.is_alive()

    def _warm(self) -> None:
        try:
            self.corpus.embedding.get_query_embedding("-")
            if self._model is not None:
                self._model.get()
        except (UnavailableError, SettingsError):
            # the first question tries again, and its reader is told
            return

    def _reembed(self) -> None:
        try:
            # a corpus of its own, as another process would have
            corpus = Corpus(self.settings)
            try:
                reembed(corpus, stopped=self._stopping.is_set, grace=_GRACE)
            finally:
                corpus.close()
        except VanbanError as error:
            # the old model goes on answering; the next start or `vanban reembed` goes on where this was
            _log.warning("%s", error)


def serving(request: Request) -> Serving:
    """The one that the application was made with, for routes."""
    return cast(Serving, request.app.state.serving)


# what a route is handed
At = Annotated[Serving, Depends(serving)]
