"""The second reader's entries in the catalogue: kept beside the rules' own, decided on, gone with their document.

Knows neither models nor checks.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, insert, select, update

from corpus import schema
from corpus.errors import NotFoundError
from corpus.keyed import parts
from corpus.passage import Passage
from corpus.register_entries import RegisterEntry, to_entry_of
from corpus.register_filters import SecondState
from corpus.register_rows import RegisterRows
from corpus.rows import to_passage
from corpus.second_kept import ADDITIONS, keep, to_addition
from corpus.second_reading import Addition, Outcome, repeats

_S, _E, _D = schema.second_entries, schema.register_entries, schema.second_readings


class SecondRows(RegisterRows):
    """What a language model proposed for each revision."""

    def unread(self, revision: int, model: str) -> list[Passage]:
        """The passages that a model has not been shown, in order."""
        shown = select(_D.c.passage).where(_D.c.revision == revision, _D.c.model == model)
        return self._passages(revision, schema.passages.c.ordinal.not_in(shown))

    def failed(self, revision: int, model: str) -> list[Passage]:
        """The passages at which a model failed, in order."""
        mine = (_D.c.revision == revision) & (_D.c.model == model)
        tried = select(_D.c.passage).where(mine, _D.c.outcome == "failed")
        return self._passages(revision, schema.passages.c.ordinal.in_(tried))

    def _passages(self, revision: int, wanted: ColumnElement[bool]) -> list[Passage]:
        p = schema.passages
        with self.transaction() as c:
            rows = c.execute(select(p).where(p.c.revision == revision, wanted).order_by(p.c.ordinal)).all()
        return [to_passage(row) for row in rows]

    def keep_reading(
        self, revision: int, passage: int, model: str, outcome: Outcome, found: Iterable[RegisterEntry] = ()
    ) -> list[Addition]:
        """Notes that a passage was read and keeps what was found in it, in one commit; gives what is kept.

        Nothing is kept of what an entry there says already, nor for a revision that has been retired meanwhile.
        """
        t = schema.revisions
        with self.transaction() as c:
            if c.execute(select(t.c.state).where(t.c.id == revision)).scalar_one_or_none() != "live":
                return []
            row = {"revision": revision, "passage": passage, "model": model}
            c.execute(delete(_D).where(*(_D.c[name] == value for name, value in row.items())))
            c.execute(insert(_D).values(**row, outcome=outcome))
            there = [to_entry_of(e.kind, e.entry) for e in c.execute(select(_E).where(_E.c.revision == revision))]
            kept: list[Addition] = []
            for entry in found:
                if not repeats(entry, there):
                    there.append(entry)
                    kept.append(keep(c, revision, model, entry))
        return kept

    def additions(self, revisions: Sequence[int]) -> list[Addition]:
        """All that was proposed for some revisions, in every state, by id."""
        with self.transaction() as c:
            rows = [r for part in parts(revisions) for r in c.execute(ADDITIONS.where(_S.c.revision.in_(part)))]
        return sorted(map(to_addition, rows), key=lambda a: a.id)

    def any_proposed(self) -> bool:
        """Whether anything waits for an editor: asked before any register is counted for it."""
        with self.transaction() as c:
            return c.execute(select(_S.c.id).where(_S.c.state == "proposed").limit(1)).first() is not None

    def decide(self, id: int, state: SecondState, who: str) -> Addition:
        """Accepts or rejects what was proposed, or puts it back; raises NotFoundError."""
        t = schema.revisions
        live = select(t.c.id).where(t.c.state == "live")
        with self.transaction() as c:
            decided = datetime.now(UTC) if state != "proposed" else None
            mine = (_S.c.id == id) & _S.c.revision.in_(live)
            c.execute(update(_S).where(mine).values(state=state, who=who, decided=decided))
            row = c.execute(ADDITIONS.where(mine)).one_or_none()
        if row is None:
            raise NotFoundError("second-unknown", id=id)
        return to_addition(row)
