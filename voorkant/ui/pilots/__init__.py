"""Pilots on screen: the list, the verdict with what led to it, and the register."""
