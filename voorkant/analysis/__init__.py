"""Statistical methods, one a file: numbers in, numbers or a dataclass out; no connections, no text."""
