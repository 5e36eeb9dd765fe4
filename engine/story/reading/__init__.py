"""From an author's text to a story: tamed YAML, its keys, and what every slip is told as."""
