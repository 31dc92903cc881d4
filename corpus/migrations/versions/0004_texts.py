"""Texts and sketches in tables of their own: a list of documents no longer reads over the words of all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Moves what is large out of the rows of revisions; units can be found by their address."""
    op.create_table(
        "texts",
        _revision(),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("pages", sa.JSON, nullable=False),
    )
    op.create_table("sketches", _revision(), sa.Column("sketch", sa.LargeBinary, nullable=False))
    op.execute("INSERT INTO texts (revision, text, pages) SELECT id, text, pages FROM revisions")
    op.execute("INSERT INTO sketches (revision, sketch) SELECT id, sketch FROM revisions WHERE sketch IS NOT NULL")
    for column in ("text", "pages", "sketch"):
        op.drop_column("revisions", column)
    op.create_index("provisions_address", "provisions", ["address", "revision"])


def _revision() -> sa.Column[int]:
    return sa.Column("revision", sa.Integer, sa.ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True)
