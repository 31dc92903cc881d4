"""What the routes need at hand: the corpus, the assistant over it, the jobs. The model loads behind the open port."""

import threading
from typing import cast

from fastapi import Request

from api.jobs import Jobs
from assistant.assistant import Assistant
from corpus.corpus import Corpus
from corpus.errors import UnavailableError
from corpus.settings import Settings


class Serving:
    """One data folder being served."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.corpus = Corpus(settings).open()
        self.jobs = Jobs(settings)
        self._assistant = Assistant(self.corpus)
        self._warming = threading.Thread(target=self._warm, name="warming", daemon=True)

    def open(self) -> None:
        """Begins to load the model."""
        self._warming.start()

    def close(self) -> None:
        """Lets go of everything."""
        self.jobs.close()
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
        except UnavailableError:
            # the first question tries again, and its reader is told
            return


def serving(request: Request) -> Serving:
    """The one that the application was made with, for routes."""
    return cast(Serving, request.app.state.serving)
