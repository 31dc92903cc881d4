"""From the settings to a language model: none, one at an address, the small local one, or any llama-index LLM by name.

Knows nothing of prompts and answers. llama-index is imported when a model is named, and not before.
"""

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.errors import SettingsError
from corpus.settings import Settings

if TYPE_CHECKING:
    from llama_index.core.llms import LLM


@dataclass(frozen=True, slots=True)
class Named:
    """A model that can be had: `get` starts it where need be and waits until it answers; `close` lets go of it."""

    get: "Callable[[], LLM]"
    close: Callable[[], None] = field(default=lambda: None)


def named(settings: Settings) -> Named | None:
    """The model that the settings name, not started yet; raises SettingsError for one that cannot be had."""
    if settings.llm is None:
        return None
    if settings.llm == "openai-like":
        return _at_address(settings)
    if settings.llm == "local":
        return _local(settings)
    model = _by_name(settings)
    return Named(lambda: model)


@contextmanager
def opened(settings: Settings) -> Iterator[Named | None]:
    """The model that the settings name, let go of afterwards; raises SettingsError."""
    model = named(settings)
    try:
        yield model
    finally:
        if model is not None:
            model.close()


def _at_address(settings: Settings) -> Named:
    from assistant.llm_chat import AddressedModel

    if settings.llm_address is None:
        raise SettingsError("llm-no-address")
    model = AddressedModel(
        address=settings.llm_address,
        model=settings.llm_model or "",
        key=settings.llm_key,
        first_seconds=settings.llm_first_seconds,
        seconds=settings.llm_seconds,
    )
    return Named(lambda: model)


def _local(settings: Settings) -> Named:
    from assistant.llm_chat import AddressedModel
    from assistant.llm_local import CONTEXT, LocalServer

    server = LocalServer()

    def get() -> "LLM":
        return AddressedModel(
            address=server.address,
            model="local",
            first_seconds=settings.llm_first_seconds,
            seconds=settings.llm_seconds,
            context=CONTEXT,
            most_tokens=256,
        )

    return Named(get, server.close)


def _by_name(settings: Settings) -> "LLM":
    """An instance of "module:Class", given the model, address and key that are set, by the names llama-index has."""
    from llama_index.core.llms import LLM

    module, _, name = (settings.llm or "").partition(":")
    try:
        kind = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:  # no such module, no such class, or no name at all
        raise SettingsError("llm-class-unusable", name=settings.llm, reason=type(error).__name__) from error
    if not (isinstance(kind, type) and issubclass(kind, LLM)):
        raise SettingsError("llm-class-unusable", name=settings.llm, reason="LLM?")
    wanted = {
        "model": settings.llm_model,
        "api_key": settings.llm_key.get_secret_value() if settings.llm_key else None,
        "api_base": settings.llm_address,
        "base_url": settings.llm_address,
    }
    known = {k: v for k, v in wanted.items() if v is not None and k in kind.model_fields}
    build: Callable[..., LLM] = kind
    try:
        return build(**known)
    except (TypeError, ValueError, ImportError) as error:  # its text may hold the key
        raise SettingsError("llm-class-unusable", name=settings.llm, reason=type(error).__name__) from None
