"""Voorkant: does preventive youth help lead to less specialist youth care, and how sure are we?"""

from pathlib import Path

__version__ = "0.1.0"

ROOT = Path(__file__).resolve().parent.parent
"""The checkout: `queries/`, `data/` and `pages/` stand beside the package, where content experts find them."""
