"""PDF, page by page.

Read `read_pdf`, then `file`, `pages`; `glyphs`, `words` and `layout` make lines of characters, `drawings` and `ruled`
make tables.
"""
