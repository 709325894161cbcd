"""Runs untrusted code and says what it did. Import from its modules: a zygote loads this package, so it stays empty."""
