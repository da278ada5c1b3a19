"""Charts as pictures that leave the screen, drawn here and not in a browser."""
