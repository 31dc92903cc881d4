"""Word's formats and their kin: DOCX, DOC, RTF.

Read `read_docx`, `read_doc`, `read_rtf`; each has its own format taken apart beside it.
"""
