"""The council memo: one description of it, and what writes that as a Word document, a PDF, slides or a workbook."""
