"""A language model at an OpenAI-compatible address (vLLM, Ollama, llama.cpp, a cloud), as a llama-index LLM.

Over httpx, which is there anyway: the llama-index class for it brings OpenAI's client and five more packages, which
neither bound the whole time of an answer nor stop reading when nobody listens any more. Knows nothing of prompts.
"""

import json
import time
from collections.abc import Iterator, Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

import httpx
from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    ChatResponseGen,
    CompletionResponse,
    CompletionResponseGen,
    LLMMetadata,
    MessageRole,
)
from llama_index.core.llms import CustomLLM
from pydantic import BaseModel, Field, SecretStr, ValidationError

from assistant.llm_hangup import HangUp
from corpus.errors import UnavailableError

_MOST_BYTES = 2_000_000  # of a whole answer with its wrapping; more is no answer


class _Delta(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Event(BaseModel):
    choices: list[_Choice] = []
    error: object = None


class AddressedModel(CustomLLM):
    """Speaks /chat/completions with a server, streaming. Never follows a redirect, never tries again."""

    address: str = Field(description="with its version, such as http://127.0.0.1:8080/v1")
    model: str = ""
    key: SecretStr | None = None
    first_seconds: float = 20.0
    seconds: float = 60.0
    most_tokens: int = 600
    context: int = 8192

    @classmethod
    def class_name(cls) -> str:
        """As llama-index names it."""
        return "vanban_addressed_model"

    @property
    def metadata(self) -> LLMMetadata:
        """What it can do."""
        return LLMMetadata(
            context_window=self.context, num_output=self.most_tokens, is_chat_model=True, model_name=self.model
        )

    def chat(self, messages: Sequence[ChatMessage], **kwargs: object) -> ChatResponse:
        """The whole answer; raises UnavailableError."""
        text = "".join(self._deltas(messages))
        return ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=text))

    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: object) -> ChatResponseGen:
        """The answer as it comes; raises UnavailableError. With `hang_up` (a HangUp) it can be broken off."""
        text, given = "", kwargs.get("hang_up")
        for delta in self._deltas(messages, given if isinstance(given, HangUp) else None):
            text += delta
            yield ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=text), delta=delta)

    def complete(self, prompt: str, formatted: bool = False, **kwargs: object) -> CompletionResponse:
        """The answer to a single message; raises UnavailableError."""
        return CompletionResponse(text="".join(self._deltas([ChatMessage(content=prompt)])))

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: object) -> CompletionResponseGen:
        """The answer to a single message as it comes; raises UnavailableError."""
        for response in self.stream_chat([ChatMessage(content=prompt)]):
            yield CompletionResponse(text=response.message.content or "", delta=response.delta)

    def _deltas(self, messages: Sequence[ChatMessage], hang_up: HangUp | None = None) -> Iterator[str]:
        body = {
            "model": self.model or "default",
            "messages": [{"role": m.role.value, "content": m.content or ""} for m in messages],
            "stream": True,
            "temperature": 0,
            "max_tokens": self.most_tokens,
        }
        url = self.address.rstrip("/") + "/chat/completions"
        watched = {"trace": hang_up.trace} if hang_up else {}
        patience = httpx.Timeout(self.first_seconds, read=self.seconds)
        headers = {"authorization": f"Bearer {self.key.get_secret_value()}"} if self.key else {}
        try:
            with (
                # the environment's proxies are for what lies outside this machine
                httpx.Client(timeout=patience, trust_env=not _is_here(url)) as client,
                client.stream("POST", url, json=body, headers=headers, extensions=watched) as response,
            ):
                if response.status_code != 200:
                    raise UnavailableError("llm-status", status=response.status_code)
                yield from self._said(response)
        except httpx.TimeoutException as error:
            waited = self.seconds if isinstance(error, httpx.ReadTimeout) else self.first_seconds
            raise UnavailableError("llm-late", seconds=f"{waited:g}") from error
        except (httpx.ConnectError, httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise UnavailableError("llm-unreachable") from error
        except httpx.HTTPError as error:
            raise UnavailableError("llm-broken-off") from error

    def _said(self, response: httpx.Response) -> Iterator[str]:
        """The pieces of text in the events; one that ends without a word that it is whole is broken off."""
        for line in self._lines(response):
            if line.strip() == b"data: [DONE]":
                return
            for choice in _read(line).choices[:1]:
                yield choice.delta.content or ""
                if choice.finish_reason == "length":
                    raise UnavailableError("llm-broken-off")
                if choice.finish_reason:
                    return
        raise UnavailableError("llm-broken-off")

    def _lines(self, response: httpx.Response) -> Iterator[bytes]:
        """Within the time and up to the size that an answer may have, however it trickles in."""
        until = time.monotonic() + self.seconds
        got, rest = 0, b""
        for chunk in response.iter_bytes():
            got += len(chunk)
            if time.monotonic() > until:
                raise UnavailableError("llm-late", seconds=f"{self.seconds:g}")
            if got > _MOST_BYTES:
                raise UnavailableError("llm-nonsense")
            *lines, rest = (rest + chunk).split(b"\n")
            yield from lines
        yield rest


def _read(line: bytes) -> _Event:
    """One line of the stream; comments, names of events and blank lines say nothing."""
    line = line.strip()
    if not line or line.startswith((b":", b"event:", b"id:", b"retry:")):
        return _Event()
    if not line.startswith(b"data:"):
        raise UnavailableError("llm-nonsense")
    try:
        event = _Event.model_validate(json.loads(line[5:]))
    except (ValidationError, ValueError, RecursionError) as error:
        raise UnavailableError("llm-nonsense") from error
    if event.error is not None:
        raise UnavailableError("llm-status", status="200")
    return event


def _is_here(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
