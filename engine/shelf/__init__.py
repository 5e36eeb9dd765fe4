"""The shelf: the only reader and writer of film folders, caches and saves."""
