"""The catalogue's tables. A change here needs a migration in `migrations/versions`."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

metadata = MetaData()

notes = Table("notes", metadata, Column("name", String, primary_key=True), Column("value", String, nullable=False))

# One row a version of a document. `pending` rows are being written, `live` ones are what everybody sees,
# `retired` ones wait until their vectors and words are removed.
revisions = Table(
    "revisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("state", String, nullable=False),
    Column("document", String, nullable=False),
    Column("source_key", String, nullable=False),
    Column("collection", String, nullable=False),
    Column("name", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", String, nullable=False),
    Column("language", String, nullable=False),
    Column("type", String),
    Column("number", String),
    Column("number_key", String),
    Column("issuer", String),
    Column("issued", Date),
    Column("title", String, nullable=False),
    Column("place", String),
    Column("signer", String),
    Column("signer_post", String),
    Column("legal_bases", JSON, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("about", JSON, nullable=False),
    Column("stated", JSON, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("passage_count", Integer, nullable=False),
    Column("window_count", Integer, nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    Index("revisions_state", "state"),
    Index("revisions_document", "document"),
    Index("revisions_source", "source_key"),
    Index("revisions_number_key", "number_key", sqlite_where=text("number_key IS NOT NULL")),
    sqlite_autoincrement=True,  # an id is never used twice: vectors and words are addressed by it
)


def _revision() -> Column[int]:
    return Column("revision", Integer, ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True)


# what is large stands apart: SQLite reads over all of a row to reach its end
texts = Table(
    "texts",
    metadata,
    _revision(),
    Column("text", Text, nullable=False),
    Column("pages", JSON, nullable=False),
)

# what likeness to other documents is told by (corpus.kinship)
sketches = Table("sketches", metadata, _revision(), Column("sketch", LargeBinary, nullable=False))

provisions = Table(
    "provisions",
    metadata,
    _revision(),
    Column("position", Integer, primary_key=True),
    Column("address", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("label", String, nullable=False),
    Column("title", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("parent", String),
    Index("provisions_address", "address", "revision"),
)

passages = Table(
    "passages",
    metadata,
    _revision(),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("address", String, nullable=False),
    Column("path", String, nullable=False),
    Column("heading", String, nullable=False),
    Column("page", Integer),
)

# while the model is being changed, the windows and codes of the old one and of the new one stand side by side
windows = Table(
    "windows",
    metadata,
    _revision(),
    Column("model", String, primary_key=True),
    Column("passage", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

# the vectors of a revision's windows in few bytes, in the order (passage, number) (corpus.packing)
window_codes = Table(
    "window_codes",
    metadata,
    _revision(),
    Column("model", String, primary_key=True),
    Column("codes", LargeBinary, nullable=False),
)

# the signs of the token vectors of a passage's windows (corpus.packing)
token_codes = Table(
    "token_codes",
    metadata,
    _revision(),
    Column("passage", Integer, primary_key=True),
    Column("model", String, primary_key=True),
    Column("codes", LargeBinary, nullable=False),
)

# where the words of a page stand, packed (corpus.layout)
page_words = Table(
    "page_words",
    metadata,
    _revision(),
    Column("page", Integer, primary_key=True),
    Column("words", LargeBinary, nullable=False),
)

# two documents that say the same: `kind` is "same-text", "scan", "version" or "translation" (corpus.kinship)
links = Table(
    "links",
    metadata,
    _revision(),
    Column("other", Integer, ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String, nullable=False),
    Column("likeness", Float, nullable=False),
)

# by which version of the extraction the registers of a revision were made; no row: not extracted yet
extractions = Table("extractions", metadata, _revision(), Column("extractor", Integer, nullable=False))

# what a document lays down (corpus.registers), a row an entry: `entry` is all of it, the columns are what is asked by
register_entries = Table(
    "register_entries",
    metadata,
    _revision(),
    Column("kind", String, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("address", String, nullable=False),
    Column("strength", String),
    Column("deadline_kind", String),
    Column("day", Date),
    Column("subject_kind", String),
    Column("attribute", String),
    Column("operator", String),
    Column("stance", String),
    Column("hedge", String),
    Column("value", Float),
    Column("unit", String),
    Column("year_from", Integer),
    Column("year_to", Integer),
    Column("abbreviation", Boolean),
    Column("entry", Text, nullable=False),
    # by each what is asked for comes in the order in which it is shown
    Index("register_entries_order", "kind", "day", "revision", "ordinal"),
    *(
        Index(f"register_entries_{c}", "kind", c, "day", "revision", "ordinal", sqlite_where=text(f"{c} IS NOT NULL"))
        for c in ("strength", "deadline_kind", "attribute", "unit", "year_from")
    ),
)

# who and what entries name, each name once, folded; `tails` are what can be read of it from each of its words on: so a
# name is found by an index wherever it stands in a longer one
register_names = Table(
    "register_names",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
)


def _name() -> Column[int]:
    return Column("name", Integer, ForeignKey("register_names.id", ondelete="CASCADE"), primary_key=True)


register_tails = Table(
    "register_tails",
    metadata,
    Column("tail", String, primary_key=True),
    _name(),
    Index("register_tails_name", "name"),
    sqlite_with_rowid=False,
)

register_mentions = Table(
    "register_mentions",
    metadata,
    _name(),
    Column("kind", String, primary_key=True),
    Column("role", String, primary_key=True),
    _revision(),
    Column("ordinal", Integer, primary_key=True),
    Index("register_mentions_revision", "revision"),
    sqlite_with_rowid=False,
)

# what a language model proposed besides and the check let pass: its entry stands in `register_entries` under an ordinal
# of the second reader's; here is who said so and what an editor made of it
second_entries = Table(
    "second_entries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("revision", Integer, ForeignKey("revisions.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("model", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("state", String, nullable=False),
    Column("who", String, nullable=False),
    Column("decided", DateTime(timezone=True)),
    Index("second_entries_place", "revision", "kind", "ordinal", unique=True),
    sqlite_autoincrement=True,  # an id that an editor has noted never means another entry
)

# the passages that a model has been shown, and how that ended: what was read is not read again
second_readings = Table(
    "second_readings",
    metadata,
    _revision(),
    Column("passage", Integer, primary_key=True),
    Column("model", String, primary_key=True),
    Column("outcome", String, nullable=False),
)

# by which version what a revision states of others was read (0: not yet), and the name by which a law is cited
relatings = Table(
    "relatings",
    metadata,
    _revision(),
    Column("relater", Integer, nullable=False),
    Column("name", String),
    Index("relatings_name", "name", sqlite_where=text("name IS NOT NULL")),
)

# what a document states of others (corpus.relations); a target is named, and need not be here
relations = Table(
    "relations",
    metadata,
    _revision(),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("phrase_start", Integer, nullable=False),
    Column("phrase_end", Integer, nullable=False),
    Column("source_unit", String),
    Column("units", JSON, nullable=False),
    Column("exceptions", JSON, nullable=False),
    Column("partial", Boolean, nullable=False),
    Column("day", Date),
    Column("until", Date),
    Column("swaps", JSON, nullable=False),
    Column("target_printed", String, nullable=False),
    Column("target_key", String),
    Column("target_name", String),
    Column("target_type", String),
    Column("target_issued", Date),
    Column("target_year", Integer),
    Column("target_enclosed", Boolean, nullable=False),
    *(
        Index(f"relations_{c}", c, "kind", "revision", sqlite_where=text(f"{c} IS NOT NULL"))
        for c in ("target_key", "target_name")
    ),
)

# from when and until when a document says that it, or units of its own, hold
stated_days = Table(
    "stated_days",
    metadata,
    _revision(),
    Column("ordinal", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("units", JSON, nullable=False),
    Column("ends", Boolean, nullable=False),
)

# what cannot be right; `of_family`: it shows only beside the other documents, and is found anew with the intervals
relation_findings = Table(
    "relation_findings",
    metadata,
    _revision(),
    Column("ordinal", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("of_family", Boolean, nullable=False, server_default="0"),
)

# what holds when (corpus.validity): derived from the three above and from what was entered by hand
intervals = Table(
    "intervals",
    metadata,
    _revision(),
    Column("ordinal", Integer, primary_key=True),
    Column("address", String, nullable=False),
    Column("status", String, nullable=False),
    Column("first", Date),
    Column("until", Date),
    Column("by", JSON, nullable=False),
    Column("proofs", JSON, nullable=False),
    Column("changed", Boolean, nullable=False),
    # which documents do not hold on a day is read from this alone
    Index("intervals_whole", "status", "until", "first", "revision", sqlite_where=text("address = ''")),
    Index("intervals_units", "revision", sqlite_where=text("address != ''")),
)

# a state that somebody entered or a list brought, for whatever document bears the number, now or later
entered_statuses = Table(
    "entered_statuses",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("number", String, nullable=False),
    Column("number_key", String),
    Column("document", String),
    Column("issued", Date),
    Column("status", String, nullable=False),
    Column("first", Date),
    Column("until", Date),
    Column("who", String, nullable=False),
    Column("why", String, nullable=False),
    Column("source", String),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("withdrawn", DateTime(timezone=True)),
    Index("entered_statuses_key", "number_key"),
    Index("entered_statuses_document", "document"),
)

# every file that is done with, archives and set-aside ones included: one that is here unchanged is not read again
files = Table(
    "files",
    metadata,
    Column("key", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("reader", Integer, nullable=False),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("source_key", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("code", String, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
