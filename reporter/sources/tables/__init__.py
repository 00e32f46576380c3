"""From grids to tables: what stands where, and what each column is."""
