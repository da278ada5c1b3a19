"""The parts of the page Kaart."""
