"""The parts of the page Gegevens inladen, in the order in which a steward meets them."""
