"""Books for all tests: lines drawn at random, sheets that hold them, and what is read of them."""
