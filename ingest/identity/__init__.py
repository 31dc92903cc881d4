"""The pieces of a document's identity, each read where official texts print it; `ingest.identify` puts them together.

Read `head`, `kind`, `titles`, `issuers`, then the end: `closing`, `signature`, `recipients`.
"""
