"""What can be said about a whole film without playing it, one file for each kind of question."""
