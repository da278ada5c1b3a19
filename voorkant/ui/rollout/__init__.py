"""The parts of the page Uitrol."""
