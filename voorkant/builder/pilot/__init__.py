"""Pilots: from the marts to what may be told of each."""
