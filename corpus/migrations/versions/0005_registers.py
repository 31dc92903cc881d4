"""The registers: what documents lay down, a row an entry, by which extraction they were made, and who is named."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Empty tables: what is stored is extracted by the next run over the folder, or by `repair`."""
    op.create_table("extractions", _revision(), sa.Column("extractor", sa.Integer, nullable=False))
    op.create_table(
        "register_entries",
        _revision(),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("address", sa.String, nullable=False),
        *(sa.Column(name, sa.String) for name in ("strength", "deadline_kind")),
        sa.Column("day", sa.Date),
        *(sa.Column(name, sa.String) for name in ("subject_kind", "attribute", "operator", "stance", "hedge")),
        sa.Column("value", sa.Float),
        sa.Column("unit", sa.String),
        *(sa.Column(name, sa.Integer) for name in ("year_from", "year_to")),
        sa.Column("abbreviation", sa.Boolean),
        sa.Column("entry", sa.Text, nullable=False),
    )
    order = ["day", "revision", "ordinal"]
    op.create_index("register_entries_order", "register_entries", ["kind", *order])
    for column in ("strength", "deadline_kind", "attribute", "unit", "year_from"):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"register_entries_{column}", "register_entries", ["kind", column, *order], sqlite_where=there)
    op.create_table(
        "register_names",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
    )
    op.create_table(
        "register_tails",
        sa.Column("tail", sa.String, primary_key=True),
        _name(),
        sqlite_with_rowid=False,
    )
    op.create_index("register_tails_name", "register_tails", ["name"])
    op.create_table(
        "register_mentions",
        _name(),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        _revision(),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("register_mentions_revision", "register_mentions", ["revision"])


def _revision() -> sa.Column[int]:
    return sa.Column("revision", sa.Integer, sa.ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True)


def _name() -> sa.Column[int]:
    return sa.Column("name", sa.Integer, sa.ForeignKey("register_names.id", ondelete="CASCADE"), primary_key=True)
