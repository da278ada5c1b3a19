"""The gate before publication: no small cell may follow from all that one role may see."""
