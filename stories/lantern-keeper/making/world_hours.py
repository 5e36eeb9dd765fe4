"""The light of the hour: what sky, water, paper and cuts are dyed in dusk, gale, night and dawn."""

from typing import Final, NamedTuple

from making.palette import (
    AMBER, FLAME, INK, LAMPLIGHT, MIST, OXBLOOD_DEEP, ROSE, ROSE_PALE, STORM, STORM_DEEP,
)  # fmt: skip
from making.world_paper import tint


class Hour(NamedTuple):
    """One hour's dyes. Skies run from the top down to the horizon."""

    sky: tuple[int, ...]
    glow: int
    disc: int
    cloud: int
    cloud_low: int
    far: int
    near: int
    haze: int
    sea_far: int
    sea_near: int
    cut: int
    rim: int


DUSK: Final = Hour(
    sky=(0x1A0B12, 0x3A1418, 0x7E2E1C, 0xC8702E, 0xF0AC55),
    glow=0xFFDB92,
    disc=0xFFF3D2,
    cloud=0xD98C4A,
    cloud_low=0x8A3A22,
    far=0xA85B30,
    near=OXBLOOD_DEEP,
    haze=0xE9A356,
    sea_far=0xB0602E,
    sea_near=0x1B0A0C,
    cut=0xFFD48A,
    rim=INK,
)
NIGHTFALL: Final = DUSK._replace(
    sky=(0x0B0A14, 0x140D18, 0x2A131B, 0x54221D, 0x7C3A22),
    glow=0xC97C3E,
    cloud=0x5C2C24,
    cloud_low=0x2C1418,
    far=0x43201F,
    haze=0x6E3524,
)
GALE: Final = Hour(
    sky=(0x0B121B, 0x1B2A38, 0x34495A, 0x5E7888, 0x94A9AC),
    glow=0xD5DDD2,
    disc=0xEFF2E6,
    cloud=0x6C8494,
    cloud_low=0x2A3B4A,
    far=STORM,
    near=STORM_DEEP,
    haze=0x8EA3AA,
    sea_far=0x5C7888,
    sea_near=0x07131B,
    cut=0xC9DAD6,
    rim=0x05090E,
)
NIGHT: Final = Hour(
    sky=(0x05070F, 0x0A1120, 0x122034, 0x1E3347, 0x35505E),
    glow=0x5F7D86,
    disc=0xE8EDE2,
    cloud=0x32485A,
    cloud_low=0x152233,
    far=0x22384A,
    near=0x0B141F,
    haze=0x2C4656,
    sea_far=0x2B4555,
    sea_near=0x050A12,
    cut=0x9DB9BC,
    rim=0x03060B,
)
DAWN: Final = Hour(
    sky=(0x6E5A80, 0xA5798F, 0xDD9C98, 0xF6C5AC, 0xFFE9CC),
    glow=0xFFF6DF,
    disc=0xFFFBEA,
    cloud=0xFBDCC6,
    cloud_low=0xC98A94,
    far=0xC890A0,
    near=0x4F2F4C,
    haze=ROSE_PALE,
    sea_far=0xDFA6A2,
    sea_near=0x4A2C4A,
    cut=0xFFEBD2,
    rim=0x2C1730,
)
WARM: Final = (AMBER, FLAME, LAMPLIGHT)
PALE: Final = (MIST, ROSE)


def between(a: Hour, b: Hour, k: float) -> Hour:
    """The hour `k` of the way from a to b."""
    sky = tuple(tint(p, q, k) for p, q in zip(a.sky, b.sky, strict=True))
    return Hour(sky, *(tint(p, q, k) for p, q in zip(a[1:], b[1:], strict=True)))
