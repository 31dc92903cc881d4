"""Everything that can go wrong, named by who must act. The tree:

VanbanError
├── FileError          422  the file: it is set aside with this reason, the others go on
├── RequestError       422  the question or the parameters
├── NotFoundError      404  the link
├── ConflictError      409  another job, another process: wait or stop it
├── SettingsError      500  whoever set the machine up
└── UnavailableError   503  the model or a store

"The documents do not say" is an answer, not an error. A library's own errors are mapped where they enter.
"""

from typing import ClassVar

from corpus.messages import Language, message


class VanbanError(Exception):
    """An error whose text exists in Vietnamese and English; `code` names the message, `facts` fill it."""

    status: ClassVar[int] = 500

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = facts
        super().__init__(message(code, "en", **facts))

    def text(self, language: Language) -> str:
        """The message in one language, saying what to do."""
        return message(self.code, language, **self.facts)


class FileError(VanbanError):
    """The file cannot be read as it is."""

    status = 422


class RequestError(VanbanError):
    """The request makes no sense as it stands."""

    status = 422


class NotFoundError(VanbanError):
    """There is nothing under this id or address."""

    status = 404


class ConflictError(VanbanError):
    """Something else holds what is needed: a running job, another process."""

    status = 409


class SettingsError(VanbanError):
    """The settings or the data folder are not usable by this version."""


class UnavailableError(VanbanError):
    """The model or a store cannot be reached."""

    status = 503
