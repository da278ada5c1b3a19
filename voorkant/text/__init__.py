"""Numbers in, Dutch words out: pure functions that the screen, the exports and the builder share."""
