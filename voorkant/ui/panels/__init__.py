"""The parts of a page that show figures: each with its words, table, downloads and link."""
