"""The programs that make the pictures in README and docs."""
