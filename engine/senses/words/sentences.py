"""
A model of whole sentences, where a house brings one: an `.onnx` with its `tokenizer.json`.

Run by `onnxruntime` and `tokenizers`, which come with the extra `sentences`; nobody else needs
them. What cannot be used says so in one sentence.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]

EXTRA: Final = "sentences"
NEEDED: Final = ("onnxruntime", "tokenizers")
TOKENIZER: Final = "tokenizer.json"
POOLING: Final = Path("1_Pooling", "config.json")
LONGEST: Final = 64
"""Tokens of a text that are read: viewers write a line."""
_PLACES: Final = ("model.onnx", "onnx/model.onnx")
_FILLED: Final = ("input_ids", "attention_mask", "token_type_ids")
_BY_TOKEN: Final = 3
"""Dimensions of an answer that has numbers for every token."""


class SentencesError(Exception):
    """The model cannot be used; one sentence for people."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """An open model. It keeps no text."""

    session: Any
    tokenizer: Any
    first: bool
    """Whether the first token stands for the whole text; else the mean of all does."""

    def directions(self, texts: Sequence[str]) -> Rows:
        """A direction of length 1 for each text. SentencesError where the model fails."""
        try:
            tokens = self.tokenizer.encode_batch(list(texts))
            given = {
                "input_ids": np.array([each.ids for each in tokens], np.int64),
                "attention_mask": np.array([each.attention_mask for each in tokens], np.int64),
                "token_type_ids": np.array([each.type_ids for each in tokens], np.int64),
            }
            asked = {each.name: given[each.name] for each in self.session.get_inputs()}
            answer = np.asarray(self.session.run(None, asked)[0], np.float32)
            whole = self._pooled(answer, given["attention_mask"])
        except Exception as problem:  # whatever a stranger's model and its runtime raise
            raise SentencesError(f"it fails ({_short(problem)})") from problem
        if len(whole) != len(texts) or not np.isfinite(whole).all():
            raise SentencesError("it answers with no numbers for each text")
        return np.asarray(whole / np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), 1e-9))

    def _pooled(self, answer: Rows, mask: NDArray[np.int64]) -> Rows:
        if answer.ndim != _BY_TOKEN:
            return answer.reshape(len(mask), -1)
        if self.first:
            return answer[:, 0]
        counted = mask[:, :, None].astype(np.float32)
        return np.asarray((answer * counted).sum(1) / np.maximum(counted.sum(1), 1e-9))


def absent(place: Path) -> str | None:
    """Why a model cannot be used, as far as can be told without opening it; one sentence."""
    try:
        _files(place)
        _extra()
    except SentencesError as problem:
        return told(place, problem)
    return None


def brought(place: Path | None, say: Callable[[str], None]) -> Path | None:
    """Where the house's model lies, if it can be there; what is missing is said."""
    missing = None if place is None else absent(place)
    if missing is not None:
        say(missing)
    return place if missing is None else None


def open_sentences(place: Path) -> Sentences:
    """The model of a folder or an `.onnx` file. SentencesError in one sentence."""
    model, tokenizer, first = _files(place)
    _extra()
    runtime, tokenizers = map(import_module, NEEDED)
    try:
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # the film needs the rest
        options.log_severity_level = 4
        session = runtime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        words = tokenizers.Tokenizer.from_file(str(tokenizer))
        words.enable_truncation(LONGEST)
        words.enable_padding()
    except Exception as problem:  # both have exceptions of their own, and bare ones
        raise SentencesError(f"it is damaged or no such model ({_short(problem)})") from problem
    strange = [each.name for each in session.get_inputs() if each.name not in _FILLED]
    if strange:
        raise SentencesError(f"it asks for {strange[0]!r}, which a text has not")
    opened = Sentences(session, words, first)
    opened.directions(["a", "b c"])  # now, and not before an audience
    return opened


def told(place: Path, problem: Exception) -> str:
    """The whole sentence about a model that is not used, and what is done instead."""
    return (
        f"words.embedding: {place} is not used: {problem}. Typed words are understood without it."
    )


def _files(place: Path) -> tuple[Path, Path, bool]:
    """Model, tokenizer, and whether its first token is meant."""
    if not place.exists():
        raise SentencesError("there is no such file or folder")
    models = [place] if place.is_file() else [place / name for name in _PLACES]
    model = next((path for path in models if path.is_file()), None)
    if model is None:
        raise SentencesError("there is no model.onnx in it")
    for folder in (model.parent, model.parent.parent):
        if (folder / TOKENIZER).is_file():
            return model, folder / TOKENIZER, _first(folder / POOLING)
    raise SentencesError(f"there is no {TOKENIZER} beside it")


def _first(path: Path) -> bool:
    """Whether the folder says that the first token stands for the text; most do not."""
    if not path.is_file():
        return False
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise SentencesError(f"{POOLING.as_posix()} cannot be read") from problem
    return isinstance(said, dict) and said.get("pooling_mode_cls_token") is True


def _extra() -> None:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        names = " and ".join(missing)
        raise SentencesError(f"{names} not installed (pip install 'kinoeye[{EXTRA}]')")


def _short(problem: Exception) -> str:
    return " ".join(str(problem).split())[:120] or type(problem).__name__
