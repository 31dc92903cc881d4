"""What a language model proposes for the registers, out of whatever it wrote. Knows neither documents nor checks."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.generation.prompt import NOTHING
from assistant.second_reading.prompt import SLOTS
from corpus.folding import nfc
from corpus.register_entries import Kind

_THOUGHT = re.compile(r"<think\w*>.*?(?:</think\w*>|\Z)", re.DOTALL | re.IGNORECASE)
_NOTHING = re.compile(rf"\W*{NOTHING}\b|[\s`]*(?:json)?\s*(?:\[\s*\])?[\s`]*\Z", re.IGNORECASE)
_SILENT = frozenset({"", "-", "null", "none", "n/a", "không", "không có"})
_MOST = 20  # entries of one passage: more is a model that goes in circles
_TRIED = 200  # places at which an object may begin
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Said:
    """An entry as a model writes it: words, none of them looked up yet."""

    kind: Kind
    quote: str
    slots: Mapping[str, str]


class _Line(BaseModel):
    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True)

    kind: Literal["duty", "requirement", "figure", "definition"]
    quote: str = Field(min_length=1, max_length=3000)


class _Slot(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    words: str | None = Field(max_length=1000)


def proposals(said: str) -> list[Said] | None:
    """What was proposed, each once; None where the model wrote neither an entry nor that there is none."""
    text = _THOUGHT.sub("", nfc(said[:_LONGEST]))
    found = list(dict.fromkeys(_key(one) for one in _objects(text)))
    if not found and not _NOTHING.match(text):
        return None
    return [Said(kind, quote, dict(slots)) for kind, quote, slots in found[:_MOST]]


def _key(said: Said) -> tuple[Kind, str, tuple[tuple[str, str], ...]]:
    return said.kind, said.quote, tuple(said.slots.items())


def _objects(text: str) -> Iterator[Said]:
    """The entries among the objects in a text, whatever stands between them."""
    read, at = json.JSONDecoder(strict=False), 0
    for _ in range(_TRIED):
        at = text.find("{", at)
        if at < 0:
            return
        try:
            value, at = read.raw_decode(text, at)
        except (ValueError, RecursionError):  # half an object, or brackets without end
            at += 1
            continue
        if (said := _entry(value)) is not None:
            yield said


def _entry(value: object) -> Said | None:
    try:
        line = _Line.model_validate(value)
        named = {name: _words((line.model_extra or {}).get(name)) for name in SLOTS[line.kind]}
    except ValidationError:
        return None
    return Said(line.kind, line.quote, {name: words for name, words in named.items() if words})


def _words(value: object) -> str:
    words = (_Slot.model_validate({"words": value}).words or "").strip()
    return "" if words.lower() in _SILENT else words
