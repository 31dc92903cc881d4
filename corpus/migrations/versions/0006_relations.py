"""Relations between documents, the days that they state, and what holds when."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Empty tables: what is stored is related by the next run over the folder, or by `repair`."""
    op.create_table(
        "relatings",
        _revision(),
        sa.Column("relater", sa.Integer, nullable=False),
        sa.Column("name", sa.String),
    )
    op.create_index("relatings_name", "relatings", ["name"], sqlite_where=sa.text("name IS NOT NULL"))
    op.create_table(
        "relations",
        _revision(),
        _ordinal(),
        sa.Column("kind", sa.String, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end", "phrase_start", "phrase_end")),
        sa.Column("source_unit", sa.String),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("units", "exceptions")),
        sa.Column("partial", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Date) for name in ("day", "until")),
        sa.Column("swaps", sa.JSON, nullable=False),
        sa.Column("target_printed", sa.String, nullable=False),
        *(sa.Column(f"target_{name}", sa.String) for name in ("key", "name", "type")),
        sa.Column("target_issued", sa.Date),
        sa.Column("target_year", sa.Integer),
        sa.Column("target_enclosed", sa.Boolean, nullable=False),
    )
    for column in ("target_key", "target_name"):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"relations_{column}", "relations", [column, "kind", "revision"], sqlite_where=there)
    op.create_table(
        "stated_days",
        _revision(),
        _ordinal(),
        sa.Column("day", sa.Date, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end")),
        sa.Column("units", sa.JSON, nullable=False),
        sa.Column("ends", sa.Boolean, nullable=False),
    )
    op.create_table(
        "relation_findings",
        _revision(),
        _ordinal(),
        sa.Column("code", sa.String, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end")),
        sa.Column("facts", sa.JSON, nullable=False),
        sa.Column("of_family", sa.Boolean, nullable=False, server_default="0"),
    )
    op.create_table(
        "intervals",
        _revision(),
        _ordinal(),
        *(sa.Column(name, sa.String, nullable=False) for name in ("address", "status")),
        *(sa.Column(name, sa.Date) for name in ("first", "until")),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("by", "proofs")),
        sa.Column("changed", sa.Boolean, nullable=False),
    )
    whole = sa.text("address = ''")
    op.create_index("intervals_whole", "intervals", ["revision", "status", "first", "until"], sqlite_where=whole)
    units = sa.text("address != ''")
    op.create_index("intervals_units", "intervals", ["revision"], sqlite_where=units)
    op.create_table(
        "entered_statuses",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("number", sa.String, nullable=False),
        *(sa.Column(name, sa.String) for name in ("number_key", "document")),
        sa.Column("issued", sa.Date),
        sa.Column("status", sa.String, nullable=False),
        *(sa.Column(name, sa.Date) for name in ("first", "until")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("who", "why")),
        sa.Column("source", sa.String),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn", sa.DateTime(timezone=True)),
    )
    op.create_index("entered_statuses_key", "entered_statuses", ["number_key"])
    op.create_index("entered_statuses_document", "entered_statuses", ["document"])


def _revision() -> sa.Column[int]:
    return sa.Column("revision", sa.Integer, sa.ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True)


def _ordinal() -> sa.Column[int]:
    return sa.Column("ordinal", sa.Integer, primary_key=True)
