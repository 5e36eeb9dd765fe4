"""Copying and pasting."""

import pygame

from engine.stage import clipboard
from engine.stage.clipboard import MachineClipboard, NoClipboard
from engine.story.model import Way
from tests.stage.evenings import Evening


def window():
    pygame.display.init()
    pygame.display.set_mode((320, 200))


def test_what_is_copied_can_be_pasted_in_any_script():
    """Through the machine's own clipboard."""
    window()
    MachineClipboard().write("it was not 不是你的错 🙂")

    assert MachineClipboard().read() == "it was not 不是你的错 🙂"


def test_a_machine_that_knows_no_selection_gives_what_was_copied():
    """The middle button is never dead."""
    window()
    MachineClipboard().write("copied")

    assert MachineClipboard().chosen() == "copied"


def test_a_machine_without_a_clipboard_pastes_nothing_and_nothing_breaks(monkeypatch):
    """It is no reason to stop a film."""
    window()
    monkeypatch.setattr(clipboard, "_found", lambda _: None)
    MachineClipboard().write("lost")

    assert MachineClipboard().read() == MachineClipboard().chosen() == ""


def test_pasting_leaves_the_window_free_to_begin_anew():
    """What held SDL's video open would keep an old screen's size for ever."""
    window()
    MachineClipboard().write("copied")
    MachineClipboard().read()
    pygame.display.quit()

    assert MachineClipboard().read() == ""


def test_a_kiosk_copies_nothing_and_pastes_nothing(tmp_path):
    """What one visitor wrote must never be there for the next."""
    window()
    MachineClipboard().write("an operator's own")
    evening = Evening(tmp_path, kiosk=True)
    evening.ask("Comfort him", ways=(Way.TEXT,))
    evening.write("secret")
    evening.key(pygame.K_a, mod=pygame.KMOD_LCTRL)
    evening.key(pygame.K_c, mod=pygame.KMOD_LCTRL)
    evening.key(pygame.K_v, mod=pygame.KMOD_LCTRL)

    assert MachineClipboard().read() == "an operator's own"
    assert "operator" not in evening.stage._pages.field.text
    assert (NoClipboard().read(), NoClipboard().chosen()) == ("", "")
