"""The house: the kiosk and what is written down."""
