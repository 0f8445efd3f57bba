"""A deck in Anki's releases, old and new: `make matrix`.

Each release gets a virtual environment of its own, in which `probe` imports the deck; it is no part
of the tests, as it installs from the network. Environments are kept in build/matrix.
"""
