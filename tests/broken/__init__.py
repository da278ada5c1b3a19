"""Twenty broken files with known truth: what a data steward gets on a bad day."""
