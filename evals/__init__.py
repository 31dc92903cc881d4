"""Is it right, and how fast. Read `retrieval`, `abstention`, `answers`, `speed`, then `report` and `__main__`, which runs the lot."""
