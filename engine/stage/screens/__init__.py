"""The pages: each lays itself out as a value, for any window and either language."""
