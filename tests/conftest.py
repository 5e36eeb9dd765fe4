"""How all rehearsals are run."""

import os

from hypothesis import settings

# Two cores are shared with other work: an evening that takes long is no fault of the film.
settings.register_profile("home", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "home")
