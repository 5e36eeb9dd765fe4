"""Stage: seam, cost, memory, start, answers, endurance; each part can be run alone.

Nothing is imported here: the peers' own processes need the eye, and nothing else of it.
"""
