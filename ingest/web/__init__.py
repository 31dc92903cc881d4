"""Web pages: what on them is the text.

Read `read_html`, then `html_page`, `html_style`; `boilerplate` serves plain text too.
"""
