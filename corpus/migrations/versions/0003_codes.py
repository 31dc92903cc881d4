"""Codes of vectors beside the windows, and the model in a window's key: two models may stand side by side."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """The windows that are there belong to the model that the catalogue notes; their codes are `repair`'s to make."""
    op.rename_table("windows", "windows_before")
    op.create_table(
        "windows",
        _revision(),
        sa.Column("model", sa.String, primary_key=True),
        sa.Column("passage", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    noted = "coalesce((SELECT value FROM notes WHERE name = 'model'), '')"
    op.execute(
        f'INSERT INTO windows (revision, model, passage, number, start, "end") '  # noqa: S608 - no value from outside
        f'SELECT revision, {noted}, passage, number, start, "end" FROM windows_before'
    )
    op.drop_table("windows_before")
    op.create_table(
        "window_codes",
        _revision(),
        sa.Column("model", sa.String, primary_key=True),
        sa.Column("codes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "token_codes",
        _revision(),
        sa.Column("passage", sa.Integer, primary_key=True),
        sa.Column("model", sa.String, primary_key=True),
        sa.Column("codes", sa.LargeBinary, nullable=False),
    )


def _revision() -> sa.Column[int]:
    return sa.Column("revision", sa.Integer, sa.ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True)
