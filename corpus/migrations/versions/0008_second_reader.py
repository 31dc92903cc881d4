"""What the second reader of the registers proposed, and which passages it has read."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Empty tables: nothing is read a second time unless it is asked for."""
    op.create_table(
        "second_entries",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("revision", sa.Integer, sa.ForeignKey("revisions.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("model", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("decided", sa.DateTime(timezone=True)),
        sqlite_autoincrement=True,
    )
    op.create_index("second_entries_place", "second_entries", ["revision", "kind", "ordinal"], unique=True)
    op.create_table(
        "second_readings",
        sa.Column("revision", sa.Integer, sa.ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("passage", sa.Integer, primary_key=True),
        sa.Column("model", sa.String, primary_key=True),
        sa.Column("outcome", sa.String, nullable=False),
    )
