"""The meetlat on screen."""
