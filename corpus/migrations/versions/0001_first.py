"""The first format of the catalogue."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table."""
    op.create_table(
        "notes", sa.Column("name", sa.String, primary_key=True), sa.Column("value", sa.String, nullable=False)
    )
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("state", "document", "source_key", "collection")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("name", "sha256")),
        sa.Column("size", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("media_type", "language")),
        *(sa.Column(name, sa.String) for name in ("type", "number", "number_key", "issuer")),
        sa.Column("issued", sa.Date),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("pages", sa.JSON, nullable=False),
        sa.Column("passage_count", sa.Integer, nullable=False),
        sa.Column("window_count", sa.Integer, nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("revisions_state", "revisions", ["state"])
    op.create_index("revisions_document", "revisions", ["document"])
    op.create_index("revisions_source", "revisions", ["source_key"])
    op.create_table(
        "provisions",
        _revision(),
        sa.Column("position", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("address", "kind", "label", "title")),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("parent", sa.String),
    )
    op.create_table(
        "passages",
        _revision(),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("address", "path", "heading")),
        sa.Column("page", sa.Integer),
    )
    op.create_table(
        "windows",
        _revision(),
        sa.Column("passage", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_table(
        "set_aside",
        sa.Column("source_key", sa.String, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("name", "sha256", "code")),
        sa.Column("facts", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def _revision() -> sa.Column[int]:
    return sa.Column("revision", sa.Integer, sa.ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True)
