"""The players that are measured: ours, and those a maker of films might use instead."""
