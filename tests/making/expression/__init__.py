"""Rehearsals of how the expression network is made, on pictures made up here."""
