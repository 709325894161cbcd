"""A module that never finishes loading."""
# stop: TLE
# cpu: 0.3

while True:
    pass
