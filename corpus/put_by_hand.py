"""States that somebody entered, over those that were read. Knows nothing of who enters them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.bearing import ByHand
from corpus.validity import Interval, Status

_LATE = date.max


def put_by_hand(intervals: list[Interval], entered: Sequence[ByHand]) -> list[Interval]:
    """What was entered by hand takes the place of what was read, the later entry that of the earlier.

    Who enters that a text is in force cannot know what documents state of later days: an ending after the day of the
    entry stands.
    """
    for hand in entered:
        until = hand.until
        if until is None and hand.status not in (Status.EXPIRED, Status.SUSPENDED):
            over = (Status.EXPIRED, Status.SUSPENDED)
            later = (i.first for i in intervals if i.status in over and i.first is not None and not _is_by_hand(i))
            until = min((d for d in later if d > hand.entered), default=None)
        intervals = _put(intervals, Interval(hand.status, hand.first, until, proofs=(hand.proof,)))
    return intervals


def _is_by_hand(interval: Interval) -> bool:
    return any(p.by_hand is not None for p in interval.proofs)


def _put(intervals: Sequence[Interval], new: Interval) -> list[Interval]:
    """A new interval over those that it covers, which are cut to what is left of them."""
    first, until = new.first or date.min, new.until or _LATE
    kept = [new]
    for i in intervals:
        begin, end = i.first or date.min, i.until or _LATE
        if end <= first or begin >= until:
            kept.append(i)
            continue
        if begin < first:
            kept.append(replace(i, until=new.first))
        if end > until:
            kept.append(replace(i, first=new.until))
    return sorted(kept, key=lambda i: i.first or date.min)
