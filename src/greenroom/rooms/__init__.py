"""One Django app for each room that a candidate enters."""
