"""Letters of old encodings and fonts, and diacritics that fell apart.

Read `legacy`, then `charmaps`, `diacritics`, `encodings`.
"""
