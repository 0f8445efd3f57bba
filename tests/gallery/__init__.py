"""A deck that shows every feature of the cards, and the pictures of it: `make gallery`."""
