"""The parts of the page about one measure."""
