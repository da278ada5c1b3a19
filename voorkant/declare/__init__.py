"""What the files mean: sources, programmes, indicators, the cube plan and the settings, as checked values."""
