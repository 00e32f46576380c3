"""From bytes to grids: files, archives, sheets and their cells, each with its address."""
