"""The words of the command line: every command, its flags and their help."""

import argparse
from typing import Final

from engine.story.languages import is_language

EPILOGUE: Final = """\
With no command the library opens. A STORY is the name of a film in the library, a folder
with a story.yaml in it, or that file. Exit codes: 0 well; 1 `check` found errors, a test fails,
a scripted viewer could not do its part, or a log could not be written; 2 a film or the settings
cannot be read or played.
"""

CHECK_EPILOGUE: Final = """\
Exit codes: 0 no errors, though perhaps warnings; 1 errors; 2 a film cannot be read or there is
none of this name; 130 ended by Ctrl-C. `kinoeye explain CODE` tells more of a finding.
With --json each finding is a line with film, file, line, column, code, weight, says and remedy,
and each film ends with a line of film, errors and warnings (film and problem, if unreadable).
"""

VIEWERS: Final = (
    "silent", "pressing", "expressive", "talking", "refusing", "voting", "mixed", "shy", "noisy",
    "contradicting", "opposed",
)  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """Every command and its flags."""
    words = argparse.ArgumentParser(
        prog="kinoeye",
        description="Films that look back.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words.set_defaults(module="library", data=None, verbose=False, camera=None, lang=None)
    _common(words)
    commands = words.add_subparsers(metavar="COMMAND", title="commands")
    _add_play(commands)
    _add_kiosk(commands)
    _add_check(commands)
    for name, module, says in (
        ("test", "test", "run the rehearsals written in stories, without video"),
        ("demo", "demo", "let two scripted viewers play; works without a display"),
    ):
        command = commands.add_parser(name, help=says, description=says.capitalize() + ".")
        command.set_defaults(module=module)
        command.add_argument("films", metavar="STORY", nargs="*", help="all films when left out")
        if name == "demo":
            command.add_argument(
                "--out", default="first-viewing.png", help="where the picture goes"
            )
    explain = commands.add_parser(
        "explain",
        help="what a finding means, with an example and its cure",
        description="What a finding of `check` means, with an example and its cure.",
    )
    explain.set_defaults(module="explain")
    explain.add_argument(
        "code", metavar="CODE", nargs="?", help="such as S101; all are listed when left out"
    )
    schema = commands.add_parser(
        "schema",
        help="the JSON Schema of stories, for completion in an editor",
        description="Print the JSON Schema of stories: `kinoeye schema > story.schema.json`.",
    )
    schema.set_defaults(module="schema")
    _add_lang(commands)
    _add_rehearse(commands)
    _add_replay(commands)
    _add_past(commands)
    _add_models(commands)
    _add_senses(commands)
    doctor = commands.add_parser("doctor", help="what this machine has, as a table to paste")
    doctor.set_defaults(module="doctor")
    told = commands.add_parser(
        "version", help="the version of the engine and of what it stands on"
    )
    told.set_defaults(module="version")
    return words


def _language(code: str) -> str:
    if not is_language(code):
        raise argparse.ArgumentTypeError(f"'{code}' is no language code: write en, zh or pt-BR")
    return code


def _common(parser: argparse.ArgumentParser) -> None:
    keep = argparse.SUPPRESS  # a subcommand's silence must not undo what was said before it
    parser.add_argument(
        "--camera",
        metavar="FILE|INDEX|none",
        default=keep,
        help="a device's number, a film or a folder of pictures in place of one",
    )
    parser.add_argument(
        "--lang",
        metavar="CODE",
        type=_language,
        default=keep,
        help="the language of the film, such as en, zh or ar; the interface speaks en and zh",
    )
    parser.add_argument(
        "--data",
        metavar="DIR",
        default=keep,
        help="keep settings, saves and logs in this folder and not in the user's own",
    )
    parser.add_argument("--verbose", action="store_true", default=keep, help="say more on the way")


def _add_play(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    play = commands.add_parser("play", help="play one film", description="Play one film.")
    play.set_defaults(module="play")
    play.add_argument("story", metavar="STORY")
    _common(play)
    play.add_argument("--from", dest="start", metavar="SCENE", help="begin at this scene")
    play.add_argument(
        "--set",
        dest="given",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="set a variable before the first scene; may be given often",
    )
    play.add_argument(
        "--do",
        metavar="ITEM",
        nargs="+",
        default=None,
        help="a scripted viewer: labels, `feel NAME`, `feel nothing`, `say SCORE`, "
        '`say "words"`, `wait`, or `timeouts`',
    )
    play.add_argument("--seed", type=int, help="the evening's chance; drawn when left out")
    _add_log(play)
    play.add_argument(
        "--sham",
        metavar="TAPE",
        help="let another viewer's tape answer in place of the one who watches (docs/tape.md)",
    )
    _add_ledger(play, "a scripted, headless or trial viewing is in none unless one is named")
    play.add_argument(
        "--resume", action="store_true", help="go on where the film was left (docs/saves.md)"
    )
    play.add_argument("--no-save", action="store_true", help="keep no place to go on from")
    play.add_argument(
        "--watch", action="store_true", help="read the story anew whenever its author changes it"
    )
    play.add_argument("--headless", action="store_true", help="no window and no sound")
    play.add_argument(
        "--speed",
        type=float,
        metavar="TIMES",
        help="with --headless: how many times faster than the film; as fast as "
        "can be when left out",
    )


def _add_senses(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    senses = commands.add_parser(
        "senses",
        help="see live what is read of a face, as meters",
        description="See live what is read of a face: meters from your own normal, and how sure "
        "they are. No picture is shown or kept. Asks before a camera is opened.",
    )
    senses.set_defaults(module="senses")
    _common(senses)
    senses.add_argument(
        "--terminal", action="store_true", help="in the terminal, also where there is a screen"
    )
    senses.add_argument(
        "--yes", action="store_true", help="whoever sits there said yes: do not ask again"
    )
    senses.add_argument("--seconds", type=float, metavar="N", help="end by itself after so long")


def _add_log(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--log",
        metavar="FILE",
        help="write every turn and its reason, a line each; named FILE.kino it is a tape of all "
        "that was heard, for `replay` (docs/tape.md)",
    )


def _add_replay(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    replay = commands.add_parser(
        "replay",
        help="hear a tape again: the same path and reasons, or where not",
        description="Let the director hear a tape again and print the path and its reasons. "
        "Exit codes: 0 as on the tape; 1 another way, and the first difference is told; "
        "2 tape or film cannot be read, or the story was edited since.",
    )
    replay.set_defaults(module="replay")
    replay.add_argument("tape", metavar="FILE", help="made by `--log FILE.kino`")
    replay.add_argument(
        "--story", metavar="STORY", help="where its film is, if not in the library"
    )
    replay.add_argument("--json", action="store_true", help="for programs: one object a line")


def _add_ledger(command: argparse.ArgumentParser, says: str) -> None:
    command.add_argument(
        "--ledger", metavar="FILE", help=f"write the viewing into this ledger; {says}"
    )


def _add_past(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands about evenings that are over."""
    ledger = commands.add_parser(
        "ledger",
        help="what real audiences did: viewings, endings, answers",
        description="What real audiences did: how many viewings, which endings, how decisions "
        "were answered, and the way of the last ten. With --json one object a film.",
    )
    ledger.set_defaults(module="ledger")
    ledger.add_argument("story", metavar="STORY", nargs="?", help="all films when left out")
    ledger.add_argument("--json", action="store_true", help="one object a line")
    erase = commands.add_parser(
        "erase",
        help="have films forget a viewer, for good",
        description="Have films forget a viewer, for good: memory, scenes seen, endings, saves "
        "and viewings. What goes is said first, and asked about.",
    )
    erase.set_defaults(module="erase")
    erase.add_argument("story", metavar="STORY", nargs="?", help="of every film when left out")
    erase.add_argument("--profile", metavar="NAME", help="whose; the one of the settings if not")
    erase.add_argument(
        "--all", action="store_true", help="everybody's, with all statistics of exhibitions"
    )
    erase.add_argument("--yes", action="store_true", help="without being asked")
    for command in (ledger, erase):
        command.add_argument("--ledger", metavar="FILE", help="this ledger and not the user's own")


def _add_kiosk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    kiosk = commands.add_parser(
        "kiosk",
        help="play one film unattended, visitor after visitor",
        description="Play one film unattended. The player is watched and started again when it "
        "falls. The way out: hold Ctrl+Alt+K and give the PIN.",
    )
    kiosk.set_defaults(module="kiosk")
    kiosk.add_argument("story", metavar="STORY", nargs="?")
    _common(kiosk)
    kiosk.add_argument(
        "--set-pin", action="store_true", help="ask for the operator's PIN and keep it"
    )
    _add_log(kiosk)
    _add_ledger(kiosk, "this user's own when left out")
    kiosk.add_argument("--windowed", action="store_true", help="in a window, to try it out")
    kiosk.add_argument("--beat", metavar="FILE", help=argparse.SUPPRESS)
    kiosk.add_argument("--safe", action="store_true", help=argparse.SUPPRESS)


def _add_models(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    models = commands.add_parser(
        "models",
        help="what reads faces here, and what better can be fetched",
        description="What reads faces here, and what better can be fetched (docs/models.md).",
    )
    models.set_defaults(module="models")
    acts = models.add_subparsers(metavar="WHAT", dest="what", required=True)
    acts.add_parser("list", help="what ships, what can be fetched, what is in use")
    fetch = acts.add_parser("fetch", help="fetch one from its maker, after showing its licence")
    fetch.add_argument("name", metavar="NAME", help="as `models list` names it")
    fetch.add_argument(
        "--from", dest="source", metavar="FILE", help="from this file: for houses without network"
    )
    fetch.add_argument(
        "--sha256", metavar="HASH", help="a hash of your own to check it by as well"
    )
    fetch.add_argument(
        "--yes", action="store_true", help="agree to the licence without being asked"
    )
    acts.add_parser(
        "verify",
        help="compare every model with its hash; exit code 1 if one is another or missing",
    )


def _add_lang(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lang = commands.add_parser(
        "lang",
        help="make, refresh and count translations",
        description="Make, refresh and count the translations of films (docs/translating.md).",
    )
    lang.set_defaults(module="lang")
    acts = lang.add_subparsers(metavar="WHAT", dest="what", required=True)
    extract = acts.add_parser("extract", help="make lang/LANG.po with every text of the film")
    update = acts.add_parser("update", help="bring lang/LANG.po up to date with the story")
    for act, says in (
        (extract, "those of the story without a file when left out"),
        (update, "every file there is when left out"),
    ):
        act.add_argument("story", metavar="STORY")
        act.add_argument("languages", metavar="LANG", nargs="*", help=says)
    extract.add_argument("--pot", action="store_true", help="make a template too")
    report = acts.add_parser("report", help="how much of each film is translated")
    report.add_argument("films", metavar="STORY", nargs="*", help="all films when left out")
    report.add_argument("--strict", action="store_true", help="exit with 1 if anything is missing")
    report.add_argument("--json", action="store_true", help="one object a line")


def _add_rehearse(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rehearse = commands.add_parser(
        "rehearse",
        help="show a film to simulated viewers: what is reached, and what is not",
        description="Show a film to simulated viewers, on paper: which scenes, ways and endings "
        "are reached, how long it lasts, and what nobody came to.",
    )
    rehearse.set_defaults(module="rehearse")
    rehearse.add_argument("story", metavar="STORY")
    rehearse.add_argument(
        "count", metavar="N", type=int, nargs="?", default=200, help="viewings; 200 if left out"
    )
    rehearse.add_argument("--seed", type=int, default=0, help="another audience; 0 if left out")
    rehearse.add_argument(
        "--viewers",
        metavar="KIND",
        nargs="+",
        choices=VIEWERS,
        help=f"{', '.join(VIEWERS)}; all if left out",
    )
    rehearse.add_argument(
        "--strict", action="store_true", help="exit with 1 if anything was not reached"
    )
    rehearse.add_argument("--json", action="store_true", help="one object, without the speed")


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser(
        "check",
        help="read stories and say what is wrong, and its cure",
        description="Read stories and say what is wrong, where, and its cure.",
        epilog=CHECK_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.set_defaults(module="check")
    check.add_argument("films", metavar="STORY", nargs="*", help="all films when left out")
    check.add_argument("--release", action="store_true", help="missing clips are errors")
    check.add_argument("--json", action="store_true", help="for programs: one object a line")
    check.add_argument(
        "--watch", action="store_true", help="check again whenever a file of the film changes"
    )
