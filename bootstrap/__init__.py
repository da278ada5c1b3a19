"""Install, run and test with the standard library alone: what `start.py` does when its Python is new enough."""
