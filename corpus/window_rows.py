"""The windows of the catalogue and the codes of their vectors, by model. Knows no model and no other store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Table, bindparam, delete, func, insert, select, update

from corpus import schema
from corpus.catalogue import Catalogue, noted, put_note
from corpus.keyed import keyed, named_keys, parts
from corpus.packing import Signs, unpack_tokens
from corpus.passage import PassageKey, Window

# built once: putting it together takes longer than its execution
_WANTED, _T = keyed(), schema.token_codes
_TOKEN_CODES = (
    select(_T.c.revision, _T.c.passage, _T.c.codes)
    .select_from(_WANTED)
    .join(_T, (_T.c.revision == _WANTED.c.revision) & (_T.c.passage == _WANTED.c.ordinal))
    .where(_T.c.model == bindparam("model"))
)


class WindowRows(Catalogue):
    """Windows and codes; those of the model by which the index answers, where none is named."""

    def windows_of(self, revision: int, model: str | None = None) -> list[Window]:
        """All windows of a revision."""
        t = schema.windows
        query = select(t.c.passage, t.c.number, t.c.start, t.c.end).where(t.c.revision == revision, _of(t, model))
        with self.transaction() as c:
            return [Window(*row) for row in c.execute(query.order_by(t.c.passage, t.c.number))]

    def window_spans(self, revision: int, passages: Iterable[int]) -> dict[tuple[int, int], tuple[int, int]]:
        """(passage, window number) to offsets, for the passages named."""
        t = schema.windows
        named = (t.c.revision == revision) & t.c.passage.in_(list(passages))
        with self.transaction() as c:
            rows = c.execute(select(t).where(named, _of(t, None)))
            return {(r.passage, r.number): (r.start, r.end) for r in rows}

    def window_places(self, model: str, revisions: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
        """(passage, window number) of these revisions' windows, in that order."""
        found: dict[int, list[tuple[int, int]]] = {}
        t = schema.windows
        for part in parts(sorted(revisions)):
            query = select(t.c.revision, t.c.passage, t.c.number).where(t.c.revision.in_(part), t.c.model == model)
            with self.transaction() as c:
                for revision, passage, number in c.execute(query.order_by(t.c.revision, t.c.passage, t.c.number)):
                    found.setdefault(revision, []).append((passage, number))
        return found

    def window_codes(self, model: str, revisions: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The packed codes of these revisions, by revision; one without codes is left out."""
        t = schema.window_codes
        for part in parts(sorted(revisions)):
            query = select(t.c.revision, t.c.codes).where(t.c.revision.in_(part), t.c.model == model)
            with self.transaction() as c:
                for revision, codes in c.execute(query.order_by(t.c.revision)):
                    yield int(revision), bytes(codes)

    def live(self) -> list[int]:
        """The revisions that everybody sees."""
        t = schema.revisions
        with self.transaction() as c:
            return list(c.execute(select(t.c.id).where(t.c.state == "live").order_by(t.c.id)).scalars())

    def token_codes(self, keys: Iterable[PassageKey], model: str | None = None) -> dict[PassageKey, list[Signs]]:
        """The token codes of stored passages, one array a window; a passage without any is left out."""
        with self.transaction() as c:
            rows = c.execute(_TOKEN_CODES, {**named_keys(keys), "model": model or noted(c, "model")}).all()
        return {PassageKey(revision, passage): unpack_tokens(bytes(codes)) for revision, passage, codes in rows}

    def without_codes(self, model: str) -> list[int]:
        """Live revisions whose windows have no codes of a model: those it has not embedded yet."""
        t, coded = schema.revisions, schema.window_codes
        made = select(coded.c.revision).where(coded.c.model == model)
        with self.transaction() as c:
            query = select(t.c.id).where(t.c.state == "live", t.c.id.not_in(made)).order_by(t.c.id)
            return list(c.execute(query).scalars())

    def write_codes(
        self, revision: int, model: str, codes: bytes, tokens: Mapping[int, bytes], windows: Iterable[Window] = ()
    ) -> bool:
        """Stores the codes of a revision (and its windows, where a model cuts them anew).

        Gives whether the revision is still wanted: nothing is stored for one that has been retired meanwhile.
        """
        t = schema.revisions
        with self.transaction() as c:
            state = c.execute(select(t.c.state).where(t.c.id == revision)).scalar_one_or_none()
            if state not in ("live", "pending"):
                return False
            fresh = [{"revision": revision, "model": model, **asdict(w)} for w in windows]
            told = [{"revision": revision, "model": model, "passage": p, "codes": b} for p, b in tokens.items()]
            one = [{"revision": revision, "model": model, "codes": codes}]
            cut = ((schema.windows, fresh),) if fresh else ()
            for table, rows in (*cut, (schema.token_codes, told), (schema.window_codes, one)):
                c.execute(delete(table).where(table.c.revision == revision, table.c.model == model))
                if rows:
                    c.execute(insert(table), rows)
        return True

    def answer_by(self, model: str, name: str) -> None:
        """From now on the index answers by this model: one commit, in which every count of windows becomes its own."""
        t, w = schema.revisions, schema.windows
        counted = select(func.count()).where(w.c.revision == t.c.id, w.c.model == model).scalar_subquery()
        with self.transaction() as c:
            if noted(c, "model") is not None:
                put_note(c, "leaving", "yes")  # what the old model has left is to be cleared away
            put_note(c, "model", model)
            put_note(c, "model_name", name)
            c.execute(update(t).values(window_count=counted))

    def forget_other_models(self, model: str) -> None:
        """Deletes windows and codes of all models but one, a revision at a time: others may write in between."""
        tables = (schema.windows, schema.window_codes, schema.token_codes)
        with self.transaction() as c:
            found = {
                r
                for t in tables
                for r in c.execute(select(t.c.revision).where(t.c.model != model).distinct()).scalars()
            }
        for revision in sorted(found):
            with self.transaction() as c:
                for t in tables:
                    c.execute(delete(t).where(t.c.revision == revision, t.c.model != model))
        with self.transaction() as c:
            c.execute(delete(schema.notes).where(schema.notes.c.name == "leaving"))


def write_windows(connection: Connection, revision: int, model: str, windows: Iterable[Window]) -> None:
    """Stores the windows of a revision, in a commit with others."""
    rows = [{"revision": revision, "model": model, **asdict(w)} for w in windows]
    if rows:
        connection.execute(insert(schema.windows), rows)


def _of(table: Table, model: str | None) -> ColumnElement[bool]:
    answering: ScalarSelect[str] | str = (
        select(schema.notes.c.value).where(schema.notes.c.name == "model").scalar_subquery() if model is None else model
    )
    return table.c.model == answering
