"""Frozen memos on screen: what they were, their files, and what was revised since."""
