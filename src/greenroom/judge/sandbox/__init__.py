"""The walls: what a child may read, which system calls it may make, and how a zygote is put behind them."""
