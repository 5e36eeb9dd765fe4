"""The tape of a viewing: every fact and record, exactly, a line each."""
