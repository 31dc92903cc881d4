"""Steps from one format of the catalogue to the next (alembic); `HEAD` is the one this version writes."""

HEAD = "0008"
