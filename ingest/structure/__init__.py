"""What the tree of provisions is made of; `ingest.outline` builds it.

Read `marks`, `series`, `tree`.
"""
