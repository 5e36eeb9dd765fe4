"""The desk: what people start, and the tools of authors."""
