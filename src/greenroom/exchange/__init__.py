"""In and out: backup, restore, export and erase."""
