"""The senses: camera and words in, readings out. No picture ever leaves this package."""
