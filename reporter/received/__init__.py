"""What was received beside what was invoiced: what makes the difference, and who is late.

Knows dates of lines, of invoices and of payments. Never words, files, nor how the revenue counts.
"""
