"""Registers in the catalogue: stored with their document in one commit, read back as they were, gone with it."""

import math
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from corpus.register_entries import entry_rows, named_in, tails, to_registers
from corpus.registers import (
    Attribute,
    Deadline,
    DeadlineKind,
    Definition,
    Duty,
    Figure,
    Hedge,
    Operator,
    Registers,
    Requirement,
    Span,
    Stance,
    Strength,
    Subject,
)

TEXT = "Sở Nội vụ tỉnh chủ trì, phối hợp với Phòng Cán bộ, Sở Tài chính trình Đề án giai đoạn 2021 - 2025. " * 3


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


SPANS = st.builds(lambda a, n: Span(a, a + n), st.integers(0, len(TEXT)), st.integers(0, 60))
WORDS = st.text(max_size=8)
ADDRESSES = st.sampled_from(["", "d5.k1.a", "p1.đ2"])
NUMBERS = st.floats(allow_nan=False)
DEADLINES = st.builds(
    Deadline,
    phrase=SPANS,
    kind=st.sampled_from(get_args(DeadlineKind)),
    day=maybe(st.dates()),
    inclusive=maybe(st.booleans()),
    every=maybe(WORDS),
    length=maybe(st.integers(-5, 10**12)),
    unit=maybe(WORDS),
    since=maybe(SPANS),
)
DUTIES = st.builds(
    Duty,
    whole=SPANS,
    address=ADDRESSES,
    strength=st.sampled_from(get_args(Strength)),
    action=SPANS,
    lead=maybe(SPANS),
    coordinators=st.lists(SPANS, max_size=3).map(tuple),
    assigner=maybe(SPANS),
    product=maybe(SPANS),
    report_to=maybe(SPANS),
    deadline=maybe(DEADLINES),
    condition=maybe(SPANS),
    exception=maybe(SPANS),
)
REQUIREMENTS = st.builds(
    Requirement,
    whole=SPANS,
    address=ADDRESSES,
    subject_kind=st.sampled_from(get_args(Subject)),
    subject=maybe(SPANS),
    attribute=st.sampled_from(get_args(Attribute)),
    operator=st.sampled_from(get_args(Operator)),
    words=SPANS,
    value=maybe(NUMBERS),
    unit=maybe(WORDS),
    group=WORDS,
    equivalent=st.booleans(),
    exceptions=st.lists(SPANS, max_size=2).map(tuple),
    condition=maybe(SPANS),
)
FIGURES = st.builds(
    Figure,
    whole=SPANS,
    address=ADDRESSES,
    printed=SPANS,
    value=NUMBERS,
    unit=WORDS,
    hedge=st.sampled_from(get_args(Hedge)),
    stance=st.sampled_from(get_args(Stance)),
    counts=maybe(SPANS),
    base=maybe(SPANS),
    place=maybe(SPANS),
    period=maybe(SPANS),
)
DEFINITIONS = st.builds(
    Definition, whole=SPANS, address=ADDRESSES, term=SPANS, meaning=SPANS, abbreviation=st.booleans()
)
REGISTERS = st.builds(
    Registers,
    duties=st.lists(DUTIES, max_size=3).map(tuple),
    requirements=st.lists(REQUIREMENTS, max_size=3).map(tuple),
    figures=st.lists(FIGURES, max_size=3).map(tuple),
    definitions=st.lists(DEFINITIONS, max_size=3).map(tuple),
)


@given(REGISTERS)
def test_what_is_stored_comes_back_as_it_was(registers: Registers) -> None:
    rows = list(entry_rows(1, TEXT, registers))
    assert to_registers((row["kind"], row["entry"]) for row in rows) == registers
    assert len({(row["kind"], row["ordinal"]) for row in rows}) == len(rows)
    assert {key for row in rows for key in row} <= set(rows[0]) if rows else registers == Registers()
    assert all(key in tails(key) and len(tails(key)) <= 16 for key, *_ in named_in(TEXT, registers))


def test_a_number_too_long_for_its_type_comes_back() -> None:
    endless = Figure(Span(0, 5), "", Span(0, 5), math.inf, "person", "exact", "other")
    (row,) = entry_rows(1, TEXT, Registers(figures=(endless,)))
    assert to_registers([(row["kind"], row["entry"])]).figures == (endless,)
