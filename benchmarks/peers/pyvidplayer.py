"""Plays the clips named with pyvidplayer2's own queue, then ends."""

import sys
import typing

import pygame

from benchmarks.stage.screen import SIZE

if not hasattr(typing, "override"):  # it says it runs on 3.8, and needs this of 3.12
    typing.override = lambda method: method  # type: ignore[assignment]


def main() -> None:
    """As its documentation shows it."""
    from pyvidplayer2 import Video, VideoPlayer  # noqa: PLC0415 -- needs the line above

    pygame.init()
    window = pygame.display.set_mode(SIZE, pygame.NOFRAME)
    first, *others = (Video(path, use_pygame_audio=True) for path in sys.argv[1:])
    player = VideoPlayer(first, (0, 0, *SIZE))
    for video in others:
        player.queue(video)
    pace = pygame.time.Clock()
    while player.video.active or player.get_queue():
        player.update(pygame.event.get())
        player.draw(window)
        pygame.display.flip()
        pace.tick(60)
    player.close()
    pygame.quit()


if __name__ == "__main__":
    main()
