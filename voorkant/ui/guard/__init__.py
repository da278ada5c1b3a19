"""For who guards the protection of personal data: rules, what they hide, who did what, and how long it stays."""
