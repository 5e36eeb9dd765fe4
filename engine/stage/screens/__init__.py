"""Whole screens of the interface."""
