"""Kinoeye: an engine for films that look back."""
