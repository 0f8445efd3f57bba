"""How long what takes how long, as ratios: `make bench`."""
