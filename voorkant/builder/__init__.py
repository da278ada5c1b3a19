"""The only rooms that see records: reading, storing, measuring, protecting, publishing."""
