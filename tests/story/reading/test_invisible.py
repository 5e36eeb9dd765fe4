"""Signs that nobody sees."""

import pytest

from engine.story.reading.invisible import sign_called


@pytest.mark.parametrize(
    ("sign", "called"),
    [
        ("\u3000", "a full-width space 全角空格 (U+3000)"),
        ("\u00a0", "a no-break space (U+00A0)"),
        ("\x07", "a sign U+0007"),
    ],
)
def test_a_sign_that_cannot_be_shown_is_called_by_its_name(sign, called):
    """A number alone helps nobody who typed it with an input method."""
    assert sign_called(sign) == called
