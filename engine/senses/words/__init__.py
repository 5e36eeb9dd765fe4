"""From typed words to what was meant, and how it sounded."""
