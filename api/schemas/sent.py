"""What clients send in any call: texts, names and filters, of which nothing unknown passes."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.search import Filters

# a bound makes pydantic refuse halves of characters too; the settings' own, lower limit has a message of its own
Text = Annotated[str, Field(max_length=100_000)]
Names = Annotated[list[Annotated[str, Field(min_length=1, max_length=200)]], Field(max_length=200)]


class Sent(BaseModel):
    """A body that clients send: an unknown field is refused, so that a typing error does not pass for a filter."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FiltersBody(Sent):
    """Which documents to look in; what is left out filters nothing. Dates of issue, both ends included."""

    types: Names = Field(default=[], examples=[["decision", "circular"]])
    issuers: Names = Field(default=[], examples=[["Tỉnh ủy Lam Giang"]])
    documents: Names = Field(default=[], examples=[["40-2023-qd-ubnd"]])
    issued_from: date | None = Field(default=None, examples=["2021-01-01"])
    issued_to: date | None = Field(default=None, examples=["2026-12-31"])
    collections: Names = Field(default=[], examples=[["default"]])
    units: Names = Field(default=[], description="addresses: only what lies in such a unit", examples=[["d5"]])

    def filters(self) -> Filters:
        """As the search takes them."""
        return Filters(
            tuple(self.types),
            tuple(self.issuers),
            tuple(self.documents),
            self.issued_from,
            self.issued_to,
            tuple(self.collections),
            tuple(self.units),
        )
