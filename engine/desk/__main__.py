"""`python -m engine.desk` is `kinoeye`."""

import sys

from engine.desk.cli import main

sys.exit(main())
