"""The law: a module per subject, each a dated table of values with its source."""
