"""What happened: an append-only log of attempts and events, and what is derived from it."""
