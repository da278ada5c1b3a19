"""One description of a chart, and what draws it."""
