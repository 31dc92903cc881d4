"""What bears upon the validity of a document: what it and others say of it, what was entered by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.document import Outline
from corpus.relations import Effect, Relation
from corpus.validity import Proof, Status


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of the one that is reckoned, and from when; None where no day can be told.

    `lifted` is the day on which what says it ended, where that ends what it says (a suspension); `spared` is the
    sentence that spares the exceptions, where that is another one.
    """

    document: str
    relation: Relation
    day: date | None
    lifted: date | None = None
    spared: Proof | None = None

    @property
    def proof(self) -> Proof:
        """The sentence."""
        return Proof(self.document, self.relation.start, self.relation.end)


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day that a document (or another file of it) states of itself."""

    document: str
    effect: Effect

    @property
    def proof(self) -> Proof:
        """The sentence."""
        return Proof(self.document, self.effect.start, self.effect.end)


@dataclass(frozen=True, slots=True)
class ByHand:
    """A state that an editor entered or a list brought, on the day `entered`."""

    status: Status
    first: date | None
    until: date | None
    proof: Proof
    entered: date


@dataclass(frozen=True, slots=True)
class Known:
    """All that bears upon a document; `issued_at` is where it states its day of issue."""

    document: str
    outline: Outline
    issued: date | None = None
    issued_at: Proof | None = None
    own: Sequence[OwnDay] = ()
    said: Sequence[Said] = ()
    by_hand: Sequence[ByHand] = ()
