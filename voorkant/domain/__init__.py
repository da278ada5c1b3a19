"""Frozen values without I/O: periods, areas, codes, findings, problems."""
