"""What reading tells besides the text: the rest of the identity, words on their pages, likeness, files done with."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds columns and tables; documents of the first format keep what they have until their files are read again."""
    for name in ("place", "signer", "signer_post"):
        op.add_column("revisions", sa.Column(name, sa.String))
    for name in ("legal_bases", "recipients", "about", "stated", "warnings"):
        op.add_column("revisions", sa.Column(name, sa.JSON, nullable=False, server_default="[]"))
    _name_pages()
    op.add_column("revisions", sa.Column("sketch", sa.LargeBinary))
    op.create_table(
        "page_words",
        _revision("revision"),
        sa.Column("page", sa.Integer, primary_key=True),
        sa.Column("words", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "links",
        _revision("revision"),
        _revision("other"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("likeness", sa.Float, nullable=False),
    )
    op.create_table(
        "files",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("reader", sa.Integer, nullable=False),
    )


def _name_pages() -> None:
    """The first format wrote a page as [number, start, end]."""
    table = sa.table("revisions", sa.column("id", sa.Integer), sa.column("pages", sa.JSON))
    connection = op.get_bind()
    for id, pages in connection.execute(sa.select(table.c.id, table.c.pages)).all():
        named = [{"number": number, "start": start, "end": end} for number, start, end in pages]
        connection.execute(sa.update(table).where(table.c.id == id).values(pages=named))


def _revision(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True)
