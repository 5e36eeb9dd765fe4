"""The light of the hour: what sky, water, paper and cuts are dyed, from dusk to dawn."""

from typing import Final, NamedTuple

from making.palette import INK, OXBLOOD_DEEP, STORM, STORM_DEEP


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
    sea_far=0xB8622E,
    sea_near=0x260B1A,
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
    sky=(0x070A18, 0x0D1730, 0x172B4A, 0x274662, 0x45667A),
    glow=0x7D9CA2,
    disc=0xE8EDE2,
    cloud=0x456078,
    cloud_low=0x1B2C44,
    far=0x22384A,
    near=0x0B141F,
    haze=0x2C4656,
    sea_far=0x3A5A6C,
    sea_near=0x081220,
    cut=0x9DB9BC,
    rim=0x03060B,
)
DAWN: Final = Hour(
    sky=(0x5B4A7E, 0x9A6A93, 0xE0918F, 0xFBBE9C, 0xFFE6BE),
    glow=0xFFF3D2,
    disc=0xFFFBEA,
    cloud=0xFFE3D2,
    cloud_low=0xE58F8E,
    far=0xD0849A,
    near=0x57294E,
    haze=0xFFDCC2,
    sea_far=0xF0A898,
    sea_near=0x5A2A55,
    cut=0xFFF0D4,
    rim=0x34153A,
)
