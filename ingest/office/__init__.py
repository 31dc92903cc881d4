"""Sheets, slides and OpenDocument texts: XLSX, ODS, PPTX, ODP, ODT; and what all ZIP-based Office files share.

Read `packages` and `locked`, then the readers.
"""
