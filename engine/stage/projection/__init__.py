"""The playback half of the stage: clips decoded ahead, cut without a seam, and their sound."""
