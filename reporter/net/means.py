"""By what a goal in the owner's pocket is reached: the rate of a day, or the pay.

Knows two words, which the options of the command line share. Never how a goal is sought.
"""

from typing import Literal

Means = Literal["rate", "spent"]
"""What leads to the goal: the TJM, or what a company spends on its manager."""
