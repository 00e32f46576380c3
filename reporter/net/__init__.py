"""What is left: from the figures of a year to the pocket of the owner, by legal form.

Knows which steps each form has. Never how revenue, charges or the corporate tax are summed, which
`measure_year` does for every year, real or imagined; never a rate, which `law` holds; no word.
"""
