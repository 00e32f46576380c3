"""From grids to tables: the words of headers, periods, timesheets; what stands where."""
