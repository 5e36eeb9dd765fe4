"""
The README's moving picture: the same second twice, two viewers, two flames, two scenes.

    python -m docs.making.look_back        (needs the `making` extra; writes docs/pictures/)

The film is the shipped one, the flames are the player's own, the reasons are the story's.
"""

from dataclasses import dataclass
from pathlib import Path

import pygame
import skia
from PIL import Image

from docs.making.viewers import ANNA, BO, SIDE, Person, draw
from engine.desk.films import load
from engine.messages.orders import Burn
from engine.messages.shots import Shot, Source
from engine.stage.filmstrip import Filmstrip, Moment
from engine.stage.flame import Flame
from engine.stage.fonts import Fonts
from engine.stage.paint import Painter
from engine.stage.projection.sidecars import Sidecars
from engine.stage.theme import BODY, CAPS, IVORY, NIGHT, NOTE, SAND
from engine.story.units import SceneId, Seconds, Share, Steps

OUT = Path(__file__).resolve().parent.parent / "pictures" / "look-back.webp"
RATE = 12
FILM = (480, 270)
FACE = 148
GAP = 16
SIZE = (2 * FILM[0] + 3 * GAP, FILM[1] + FACE + 4 * GAP + 22)
CUT = 3.4
"""When both films go on, each its own way."""
END = 6.6
DOOR_AT, THEN_AT = 7.0, 3.0
"""Where in their clips the door and the scenes after it are shown from."""

TALL = Burn(height=Steps(0.95), gold=Share(0.9), shiver=Share(0.0), seen=True)
SUNK = Burn(height=Steps(-0.9), gold=Share(0.0), shiver=Share(0.0), seen=True)
CALM = Burn(height=Steps(0.0), gold=Share(0.25), shiver=Share(0.0), seen=True)


@dataclass(frozen=True)
class Column:
    """One viewer and their film."""

    person: Person
    burn: Burn
    after: str
    smiles: bool
    option: str


COLUMNS = (
    Column(ANNA, TALL, "warm_in", smiles=True, option="Smile"),
    Column(BO, SUNK, "cold", smiles=False, option="Look away"),
)


def main() -> None:
    """Draw every frame and write them as one small file."""
    pygame.display.init()
    fonts = Fonts()
    folder, english = load("lantern-keeper", "en")
    _, chinese = load("lantern-keeper", "zh")
    films = {"en": english, "zh": chinese}
    strip = Filmstrip(folder.path, "en", fonts, Painter(fonts, "en").paint)
    beside = Sidecars(folder.path, "en")
    flames = [Flame(), Flame()]
    frames = []
    for number in range(round(END * RATE)):
        t = number / RATE
        sheet = pygame.Surface(SIZE)
        sheet.fill(NIGHT)
        for place, column in enumerate(COLUMNS):
            left = GAP + place * (FILM[0] + GAP)
            sheet.blit(_film(strip, beside, flames[place], column, t), (left, GAP))
            sheet.blit(_viewer(column, t), (left, 2 * GAP + FILM[1]))
            _words(sheet, fonts, films, column, t, left + FACE + GAP)
        frames.append(Image.frombytes("RGB", SIZE, pygame.image.tobytes(sheet, "RGB")))
    OUT.parent.mkdir(exist_ok=True)
    frames[0].save(OUT, save_all=True, append_images=frames[1:], duration=1000 // RATE, loop=0,
                   quality=62, method=6)  # fmt: skip
    print(f"{OUT.name}: {OUT.stat().st_size / 2**20:.2f} MiB, {len(frames)} frames")


def _film(
    strip: Filmstrip, beside: Sidecars, flame: Flame, column: Column, t: float
) -> pygame.Surface:
    """The film's frame with the player's own flame in it."""
    scene, at = ("door", DOOR_AT + t) if t < CUT else (column.after, THEN_AT + t - CUT)
    shot = Shot(scene=SceneId(scene), visit=1, source=Source.FILE, file=f"{scene}.mp4",
                length=Seconds(24.0))  # fmt: skip
    picture = strip.picture(Moment(shot, Seconds(at), None), FILM)
    light = beside.light(shot)
    flame.burn(column.burn if t > 1.0 else CALM)
    if light is not None:
        flame.draw(picture, picture.get_rect(), light.at(Seconds(at)), t)
    return picture


def _viewer(column: Column, t: float) -> pygame.Surface:
    amount = _eased((t - 0.7) / 0.9)
    surface = skia.Surface(FACE * 2, FACE * 2)
    with surface as canvas:
        canvas.scale(FACE * 2 / SIDE, FACE * 2 / SIDE)
        draw(canvas, column.person, smile=amount if column.smiles else 0.0,
             turn=0.0 if column.smiles else amount, t=t)  # fmt: skip
    pixels = surface.makeImageSnapshot().tobytes()
    drawn = pygame.image.frombuffer(pixels, (FACE * 2, FACE * 2), "BGRA")
    return pygame.transform.smoothscale(drawn, (FACE, FACE))


def _words(sheet, fonts, films, column: Column, t: float, left: int) -> None:
    top = 2 * GAP + FILM[1] + 18
    if t < CUT:
        lines = [("THE SAME SECOND", CAPS), ("同一秒", NOTE)]
    else:
        lines = [(_because(films["en"], column), BODY.tinted(IVORY)),
                 (_because(films["zh"], column), BODY.tinted(SAND))]  # fmt: skip
    for text, style in lines:
        for line in fonts.wrap(text, style, 1.0, FILM[0] - FACE - GAP):
            sheet.blit(fonts.line(line, style, 1.0), (left, top))
            top += fonts.pitch(style, 1.0)
        top += 6


def _because(film, column: Column) -> str:
    """The author's reason for the way taken at the door."""
    options = film.story.scenes[SceneId("door")].way.options
    said = next(option.because for option in options if option.id == column.option)
    return said[:1].upper() + said[1:]


def _eased(share: float) -> float:
    share = max(0.0, min(1.0, share))
    return share * share * (3 - 2 * share)


if __name__ == "__main__":
    main()
