"""The stage: puts the ordered shots on the screen, without a gap."""
