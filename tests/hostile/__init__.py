"""What nobody well-meaning would write: bombs, attacks, and mutated stories."""
