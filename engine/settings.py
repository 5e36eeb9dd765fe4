"""
All settings once: read, checked, and handed out in sections; nobody looks one up later.

Defaults < the user's file < the environment (`KINOEYE_SCREEN_FULL=1`) < flags.
"""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from engine.shelf.guard import ShelfError
from engine.shelf.notes import read_notes, write_notes
from engine.shelf.places import user_folder
from engine.story.languages import is_language

PREFIX: Final = "KINOEYE_"
FILE: Final = "settings.yaml"


class _Section(BaseModel):
    # A camera's number may be written as a number, although a file's name stands there too.
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=False, coerce_numbers_to_str=True
    )


class Screen(_Section):
    """The window."""

    full: bool = False
    """Whether the film fills the screen from the start."""
    width: int = Field(default=1280, ge=320, le=15360)
    height: int = Field(default=720, ge=180, le=8640)
    accel: Literal["auto", "on", "off"] = "auto"
    """Whether the window is drawn by the GPU: `auto` asks what the machine has."""


class Stage(_Section):
    """How films are decoded."""

    decode: Literal[
        "software", "auto", "amf", "cuda", "d3d11va", "d3d12va", "drm", "dxva2", "mediacodec",
        "opencl", "qsv", "vaapi", "vdpau", "videotoolbox", "vulkan",
    ] = "software"  # fmt: skip
    """`software`; a device's name; or `auto`: whatever device there is, for large pictures."""


class Sound(_Section):
    """The loudspeaker."""

    volume: float = Field(default=0.8, ge=0.0, le=1.0)
    buffer: int = Field(default=1024, ge=256, le=8192)
    """Samples a device buffer holds, at 48 kHz."""
    latency_ms: float = Field(default=0.0, ge=-500.0, le=1000.0)
    """How much later than the player thinks the sound is heard: television sets, long cables."""


def _spoken(code: str) -> str:
    if code != "auto" and not is_language(code):
        raise PydanticCustomError("language", "a language's code may stand there: en, zh, pt-BR")
    return code


class Viewer(_Section):
    """The one who watches at home."""

    language: Annotated[str, AfterValidator(_spoken)] = "auto"
    """Of films, and of the interface where it speaks it; else that speaks English."""
    films: Annotated[str, AfterValidator(_spoken)] = "auto"
    """The language of films that have it; `auto`: the same as the interface's."""
    subtitles: bool = True
    description: bool = False
    """Whether what is seen is told, by films that have words for it."""
    stretch: float = Field(default=1.0, ge=1.0, le=4.0)
    """How much longer every choice stays open."""
    no_limit: bool = False
    """Choices wait for ever."""
    avoids: tuple[str, ...] = ()
    """Content warnings to be led around."""
    profile: str = Field(default="default", max_length=40, pattern=r"^[\w-]+( [\w-]+)*$")
    """Who watches: each profile remembers for itself what films remember of it."""

    @property
    def other_films(self) -> str | None:
        """The language of films where it is another than the interface's."""
        return None if self.films == "auto" else self.films


class Camera(_Section):
    """The camera; it is opened only after a viewer consents."""

    use: str = "0"
    """A device's number, a film or folder of pictures that stands in for one, or `none`."""


class Faces(_Section):
    """How faces are read."""

    model: Literal["embedded", "emotiefflib"] = "embedded"
    """Kinoeye's own model, or a fetched one (`kinoeye models`)."""


class Words(_Section):
    """How typed words are understood."""

    embedding: str = ""
    """A model of whole sentences, brought by the house: its folder or `.onnx`; empty: none."""

    @property
    def model(self) -> Path | None:
        """Where that model lies: beside the settings, unless its whole way is given."""
        return user_folder() / Path(self.embedding).expanduser() if self.embedding else None


class Ledger(_Section):
    """Where viewings are written down."""

    use: bool = True
    """Whether they are; without a ledger no film remembers its viewers."""


class Kiosk(_Section):
    """An exhibition's player."""

    idle: float = Field(default=60.0, ge=5.0, le=3600.0)
    """Seconds without a hand or a face until the film goes back to its attract picture."""
    patience: float = Field(default=30.0, ge=5.0, le=600.0)
    """Seconds a choice without limit waits for a hand."""
    end_card: float = Field(default=20.0, ge=3.0, le=600.0)
    """Seconds the end card stays."""
    pin: str = ""
    """The operator's PIN as `kiosk --set-pin` wrote it: salt and digest, never the PIN."""


class Settings(_Section):
    """Everything that can be set, in sections; each part is handed its own."""

    screen: Screen = Screen()
    stage: Stage = Stage()
    sound: Sound = Sound()
    viewer: Viewer = Viewer()
    camera: Camera = Camera()
    faces: Faces = Faces()
    words: Words = Words()
    ledger: Ledger = Ledger()
    kiosk: Kiosk = Kiosk()


_DEFAULTS: Final = Settings()


class SettingsError(Exception):
    """The settings say something the engine does not understand; one sentence for people."""


def in_one_language(chosen: Settings) -> Settings:
    """The settings for whoever named a language on the command line: films speak it, too."""
    return chosen.model_copy(update={"viewer": chosen.viewer.model_copy(update={"films": "auto"})})


Written = Mapping[str, Mapping[str, Any]]


def load(environment: Mapping[str, str], flags: Written | None = None) -> Settings:
    """The settings in force. SettingsError names what is wrong, where, and the nearest name."""
    path = user_folder() / FILE
    try:
        written = read_notes(path)
    except ShelfError as problem:
        raise SettingsError(str(problem)) from problem
    merged = _merge(str(path), {}, written)
    merged = _merge("the environment", merged, from_environment(environment))
    return _checked(_merge("the command line", merged, flags or {}), str(path))


def save(changes: Written) -> None:
    """Put changed values into the user's file; what stands there besides them stays."""
    path = user_folder() / FILE
    try:
        merged = _merge(str(path), _merge(str(path), {}, read_notes(path)), changes)
        _checked(merged, str(path))
        write_notes(path, merged)
    except ShelfError as problem:
        raise SettingsError(str(problem)) from problem


def from_environment(environment: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """`KINOEYE_SCREEN_FULL=1` as `{"screen": {"full": "1"}}`; other names are passed by."""
    found: dict[str, dict[str, str]] = {}
    for name, value in environment.items():
        section, _, key = name.removeprefix(PREFIX).lower().partition("_")
        if name.startswith(PREFIX) and key and section in Settings.model_fields:
            found.setdefault(section, {})[key] = value
    return found


def _merge(
    where: str, below: Mapping[str, dict[str, Any]], above: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    merged = {section: dict(values) for section, values in below.items()}
    for section, values in above.items():
        _refuse_stranger(where, "a section of the settings", section, Settings)
        if not isinstance(values, Mapping):
            raise SettingsError(f"{where}: `{section}:` needs `name: value` under it.")
        kind: type[BaseModel] = type(getattr(_DEFAULTS, section))
        for name, value in values.items():
            _refuse_stranger(where, f"a setting of `{section}`", str(name), kind)
            merged.setdefault(section, {})[str(name)] = value
    return merged


def _refuse_stranger(where: str, what: str, name: str, kind: type[BaseModel]) -> None:
    known = list(kind.model_fields)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1) or known[:1]
        raise SettingsError(f"{where}: '{name}' is not {what}. Did you mean '{near[0]}'?")


def _checked(merged: Mapping[str, Any], path: str) -> Settings:
    try:
        return Settings.model_validate(merged)
    except ValidationError as problem:
        first = problem.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        says = f"{name} is {first['input']!r}: {_needed(first)}"
        raise SettingsError(f"{says}. Change it in {Path(path)} or where you set it.") from problem


def _needed(error: ErrorDetails) -> str:
    """What may stand there, in plain words; what nobody foresaw, in the checker's own."""
    bounds = error.get("ctx", {})
    plain = {
        "literal_error": f"it may be {bounds.get('expected')}",
        "greater_than_equal": f"{bounds.get('ge')} is the least",
        "less_than_equal": f"{bounds.get('le')} is the most",
        "string_pattern_mismatch": "letters, digits, - and _ may stand there, and single spaces",
        "string_too_long": f"{bounds.get('max_length')} letters are the most",
        "string_type": "give a word",
        "tuple_type": "give a list, as in [one, another]",
    } | dict.fromkeys(("bool_parsing", "bool_type"), "say true or false")
    plain |= dict.fromkeys(("float_parsing", "float_type", "finite_number"), "give a number")
    plain |= dict.fromkeys(("int_parsing", "int_type", "int_from_float"), "give a whole number")
    return plain.get(error["type"], error["msg"])
