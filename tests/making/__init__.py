"""Rehearsals of the programs that make the models."""
