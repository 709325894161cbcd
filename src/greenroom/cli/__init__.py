"""The door to a terminal. No logic of its own."""
