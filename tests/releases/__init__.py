"""From one release of a deck to the next, with a student who has learned."""

import pytest

# So that a failure in it shows what differs.
pytest.register_assert_rewrite("tests.releases.story")
