"""Finding documents by their numbers, and what does not hold on a day, without reading over all rows."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Adds the indexes."""
    op.create_index("revisions_number_key", "revisions", ["number_key"], sqlite_where=sa.text("number_key IS NOT NULL"))
    op.drop_index("intervals_whole", "intervals")
    op.create_index(
        "intervals_whole", "intervals", ["status", "until", "first", "revision"], sqlite_where=sa.text("address = ''")
    )
