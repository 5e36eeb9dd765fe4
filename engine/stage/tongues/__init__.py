"""Every word the interface says, one catalogue for each language; all have the same keys."""
