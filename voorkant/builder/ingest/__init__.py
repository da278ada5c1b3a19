"""From bytes to checked rows: decode, split, recognise, guard privacy, convert, check, report."""
