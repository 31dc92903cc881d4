"""Pictures of pages to lines of text.

Read `ocr`, then `image` (made fit for reading), `tesseract`, `page`, `lines`.
"""
