"""The screen that all players are shown on; they need to know no more of who watches it."""

SIZE = (1280, 720)
