"""How numeric files become regular series: bytes, cells, columns, times, a grid without holes."""
