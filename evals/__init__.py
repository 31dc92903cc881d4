"""Is it right, how fast. Read `bench`, `retrieval`, `abstention`; `judge`, `answers`; `speed`; `lot`, `report`."""
