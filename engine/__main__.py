"""`python -m engine` is `kinoeye`."""

import sys

from engine.desk.cli import main

sys.exit(main())
