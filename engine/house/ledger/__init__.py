"""The ledger of viewings: written by one thread, as each film and viewer allow."""
