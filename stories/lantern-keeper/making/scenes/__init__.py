"""One module for each clip: SECONDS, draw(canvas, t) and lamp(t)."""
