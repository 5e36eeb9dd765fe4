"""Start Kinoeye: `python main.py` opens the library, `python main.py --help` tells the rest."""

from engine.desk.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
