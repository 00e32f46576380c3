"""What a line is worth: days, prices, VAT, kilometres, pay and disposals, completed by each other.

Knows what makes each kind of line. Never what rows say together.
"""
