"""The register of events: reading it, showing it, and changing it."""
