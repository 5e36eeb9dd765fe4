"""`python -m benchmarks.peers.faces --from MIRRORS --to DIR`: photographs and peers."""

import argparse
import sys
from pathlib import Path
from typing import Final

from benchmarks.peers import faces
from benchmarks.peers.faces import known, networks, photographs
from benchmarks.peers.faces.mirrors import MissingCopyError, content

YUNET: Final = ("ShiqiYu/libfacedetection.train", "onnx/yunet_s_640_640.onnx")
"""Byte for byte what opencv_zoo names face_detection_yunet_2023mar."""


def main() -> int:
    """Make what the benchmark measures on; 0 when all of it is there."""
    asking = argparse.ArgumentParser(
        prog="python -m benchmarks.peers.faces",
        description=faces.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asking.add_argument("--from", dest="mirrors", type=Path, required=True)
    asking.add_argument("--to", type=Path, required=True)
    asking.add_argument("--sheets", type=Path, help="also draw the boxes, to be looked through")
    asked = asking.parse_args()
    try:
        _make(asked.mirrors, asked.to)
    except (MissingCopyError, known.WrongDrawingError) as problem:
        print(problem, file=sys.stderr)
        return 1
    if asked.sheets is not None:
        photographs.sheets(asked.to / "photographs", asked.sheets)
    return 0


def _make(mirrors: Path, to: Path) -> None:
    peers = to / "peers"
    for name in networks.make(mirrors, peers):
        print(f"{name}: {known.compare(peers, name):.1e} from its origin's answer")
    (peers / "yunet_2023mar.onnx").write_bytes(content(mirrors, *YUNET))
    print(f"{photographs.make(mirrors, to / 'photographs')} photographs")


if __name__ == "__main__":
    sys.exit(main())
