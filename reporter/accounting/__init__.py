"""From the lines of the books to what an accountant takes over: entries, VAT, plans, controls.

Every room here makes values from values. None knows files, nor how anything is written.
"""
