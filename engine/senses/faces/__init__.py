"""From a picture to a mood: where faces are, what they show, and what is normal for them."""
