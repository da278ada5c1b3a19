"""The parts of the page Vergelijken."""
