"""Injections: hostile documents and questions of our own, and whether any of them changes an answer.

Read hostile (what one is), letters, webpages, office, printed (the documents), then measure.
"""
