"""
Everything the engine can say to an author about a story, in one table.

It is one thought, so it is one file, however long.
"""

from enum import Enum, StrEnum


class Weight(StrEnum):
    """Whether a finding stops the film from being shown."""

    ERROR = "error"
    WARNING = "warning"


ERROR, WARNING = Weight.ERROR, Weight.WARNING


class Rule(Enum):
    """A kind of finding: its code never changes once it was published."""

    # The file as YAML.
    NOT_YAML = (
        "S001",
        ERROR,
        "this cannot be read as YAML ({problem})",
        "Look at the line's quotes, colons and brackets; put texts in quotes.",
    )
    FILE_LONG = ("S002", ERROR, "the file is longer than 8 MiB", "Split it with `include:`.")
    DEEP = ("S003", ERROR, "lists and braces are nested more than 32 deep", "Write it flatter.")
    TEXT_LONG = ("S004", ERROR, "a text has {length} characters", "10,000 is the most; cut it.")
    TAB = ("S005", ERROR, "there is a tab here ({count} in the file)", "Use spaces.")
    TWICE = (
        "S006",
        ERROR,
        "'{key}' was written before, in line {line}",
        "Keep one of the two, or give them different names.",
    )
    TAG = (
        "S007",
        ERROR,
        "`{tag}` is a YAML tag, which stories do not have",
        "Put a text that starts with `!` in quotes; in a condition write `not`.",
    )
    ALIAS = (
        "S008",
        ERROR,
        "`{mark}` starts a YAML anchor or alias, which stories do not have",
        "Write things out; put a text that starts with `{mark}` in quotes.",
    )
    SECOND_DOCUMENT = (
        "S009",
        ERROR,
        "a second document starts here",
        "Take the `---` out: a file holds one.",
    )
    ODD_KEY = ("S010", ERROR, "a list or braces cannot be a key", "Put the key in quotes.")
    QUOTE_OPEN = ("S011", ERROR, "the quote opened here is not closed", "Close it.")
    BRACKET_OPEN = (
        "S012",
        ERROR,
        "the bracket opened here is not closed by line {line}, or a comma is missing",
        "Close it; put texts with `{{ }} [ ] , :` in them in quotes.",
    )
    ODD_START = (
        "S013",
        ERROR,
        "a text cannot start with `{letter}` without quotes",
        "Put it in quotes.",
    )
    COLON = (
        "S014",
        ERROR,
        "a colon is not expected here",
        "Put a text with `: ` in it in quotes, or mend the spaces at the line's start.",
    )
    INDENT = (
        "S015",
        ERROR,
        "this line does not line up with those before it",
        "Give what belongs together as many spaces{seen}.",
    )
    CONTROL = (
        "S016",
        ERROR,
        "there is {sign} here, which nobody can see",
        "Delete it; where a space belongs, type it anew.",
    )
    MANY = ("S017", ERROR, "there are more than {count} findings", "Mend these first.")
    NO_COLON = (
        "S018",
        ERROR,
        "no key with a colon and a space is in this line",
        "Write it like `{form}`.",
    )
    AFTER_QUOTE = (
        "S019",
        ERROR,
        "the text in quotes that begins here ends before `{rest}`",
        'Put the whole text in double quotes; inside them write `\\"` for a quote.',
    )

    UNKNOWN_KEY = ("S020", ERROR, "{what} has no '{key}'", "{near}")
    SPLIT_BY_COMMA = (
        "S021",
        ERROR,
        "{what} has no '{key}': inside `{{ }}` a comma splits a sentence",
        "Put the text with the comma in quotes. {near}",
    )
    EMPTY = ("S022", ERROR, "nothing stands after '{key}'", "Fill it in, or take the line out.")
    WRONG_KIND = ("S023", ERROR, "this is not what belongs here", "Write {want}.")
    UNKNOWN_WORD = ("S024", ERROR, "'{word}' is none of the words for this", "Use {known}.")
    MISSING_KEY = ("S025", ERROR, "{what} needs '{key}'", "Write `{form}`.")
    VERSION = ("S026", ERROR, "this is not a story of format 1", "Begin with `film: 1`.")
    BAD_ID = ("S027", ERROR, "'{id}' cannot be a film's id", "Use `a-z`, `0-9` and `-`.")
    INCLUDE = ("S028", ERROR, "the file '{file}' cannot be included: {why}", "{cure}")
    TOO_MANY = ("S029", ERROR, "there are more than {most} {what}", "Split the film in two.")
    WIDE_SIGN = (
        "S030",
        ERROR,
        "`{wide}` is not the `{plain}` that YAML knows",
        "Write `{plain}`{space} in its place, or put a text with it in quotes.",
    )
    NOT_A_TEXT = (
        "S031",
        WARNING,
        "`{word}` stands here as a text, and is not {kind}",
        "{cure}",
    )
    BARE_NUMBER = (
        "S032",
        WARNING,
        "`{word}` is the number {number} here",
        'Put it in quotes if every sign of it counts: `"{word}"`; else write `{number}`.',
    )
    TRUTH_AS_TEXT = (
        "S033",
        WARNING,
        "'{key}' is a text, so viewers would read the word `{word}`",
        "Write the text that is meant, or take the line out.",
    )
    HASH = (
        "S034",
        WARNING,
        "a blank and `#` begin a comment, so `{rest}` is not part of the text before it",
        'Put the whole text in quotes: `"{whole}"`; a comment has a blank after its `#`.',
    )
    HASH_IN_KEY = (
        "S035",
        ERROR,
        "a blank and `#` begin a comment here, so the line ends before `{rest}`",
        'Put the text with the `#` in quotes: `"{whole}"`.',
    )

    # Names and ways.
    UNKNOWN_SCENE = ("S101", ERROR, "no scene is named '{to}'", "{near}")
    HYPHEN = (
        "S102",
        ERROR,
        "'{name}' has a hyphen, which reads as a minus",
        "Write '{better}'.",
    )
    BAD_NAME = (
        "S103",
        ERROR,
        "'{name}' cannot be a name",
        "Use letters, digits and `_`, not a digit first: '{better}'.",
    )
    RESERVED = (
        "S104",
        ERROR,
        "'{name}' is a word of the story format",
        "Choose another name, for example 'the_{name}'.",
    )
    SAME_NAME = (
        "S105",
        ERROR,
        "'{name}' is the name of another, at {other}",
        "Rename one of the two.",
    )
    NO_SCENES = ("S106", ERROR, "the film has no scenes", "Write them under `scenes:`.")
    NO_WAY_ON = (
        "S107",
        ERROR,
        "scene '{scene}' has no way on",
        "Give it `next:`, `choice:`, `pick:`, `end:` or `return: true`.",
    )
    TWO_WAYS_ON = (
        "S108",
        ERROR,
        "scene '{scene}' has more than one way on: {ways}",
        "Keep one of them.",
    )
    LAST_NEEDS_NO_WHEN = (
        "S109",
        ERROR,
        "the last of these has a `when`, so it could be that none holds",
        "Let the last stand without `when`.",
    )
    NEVER_REACHED = (
        "S110",
        WARNING,
        "what comes after this is never reached, because this has no `when`",
        "Give it a `when`, or move it to the end.",
    )
    VIA_WITHOUT_NEXT = (
        "S111",
        ERROR,
        "`via` comes back to go on, which only `next` and `pick` can",
        "Give the scene a `next`.",
    )
    UNREACHED = (
        "S112",
        WARNING,
        "no way leads to scene '{scene}'",
        "Lead a `next` or an option to it, or take it out.",
    )
    NO_END_AHEAD = (
        "S113",
        ERROR,
        "from scene '{scene}' no ending can be reached",
        "Lead some way from it to an `end`.",
    )
    TIMELESS_RING = (
        "S114",
        ERROR,
        "scenes without `play` lead in a ring, which would never end: {ring}",
        "Give one of them something to `play`.",
    )
    SKIP_RING = (
        "S115",
        ERROR,
        "`skip_to` leads in a ring: {ring}",
        "Lead one of them to a scene without a warning.",
    )
    SENSOR_ONLY = (
        "S116",
        ERROR,
        "{what} can be reached only by a sensor",
        "Add `buttons` to `by`, or lead another way there.",
    )
    LONE_RETURN = (
        "S117",
        ERROR,
        "scene '{scene}' returns, but the film can come here without a visit",
        "Visit it with `via:`, or give it a `next`.",
    )
    NO_RETURN = (
        "S118",
        WARNING,
        "the visit to '{scene}' never comes back",
        "End it with `return: true`, or go there with `next`.",
    )
    NO_FREE_PICK = (
        "S119",
        ERROR,
        "this pick could come to nothing",
        "Let one entry stand with neither `when` nor `once`.",
    )
    NESTED_VISITS = (
        "S120",
        WARNING,
        "whatever is chosen, the visit to '{scene}' opens more than 16 inside each other",
        "Let one of them end with `return: true` before it visits another.",
    )
    LEARNS_NOTHING = (
        "S121",
        WARNING,
        "`mode: learn` goes by what moved earlier viewers, but nothing of them is kept",
        "Write `keep: scores` under `sensing`, or choose another `mode`.",
    )
    ARC_LACKS = (
        "S122",
        WARNING,
        "`mode: arc` lacks {what}, so the first entry would be as good as any",
        "{cure}",
    )
    BEST_OF_NONE = (
        "S123",
        WARNING,
        "`mode: best` counts conditions, and no entry has one, so the first is always taken",
        "Give the entries a `when`, or take `mode: random`.",
    )
    WEIGHT_UNUSED = (
        "S124",
        WARNING,
        "`weight` counts with `mode: random` only, and this pick has `mode: {mode}`",
        "Take `weight` out, or choose `mode: random`.",
    )
    WARNING_UNTOLD = (
        "S125",
        WARNING,
        "scene '{scene}' warns of '{warning}', which `about: warnings` does not name",
        "Add it there, so that viewers know before they begin. {near}",
    )
    SKIP_TO_SAME = (
        "S126",
        WARNING,
        "who avoids '{warning}' is sent to '{to}', which has it too",
        "Skip to a scene without it, or give '{to}' a `skip_to` of its own.",
    )
    SKIP_UNUSED = (
        "S127",
        WARNING,
        "`skip_to` is never taken, because the scene warns of nothing",
        "Say of what: `warn: [darkness]`, or take it out.",
    )
    MINUTES = (
        "S128",
        WARNING,
        "by its ways, conditions left aside, the film takes {found} minutes, not {said}",
        "Write `minutes: {found}`, or what you have timed.",
    )
    LOOP_FOR_EVER = (
        "S129",
        WARNING,
        "this clip loops, but scene '{scene}' asks nothing that could end it",
        "Take `loop` out, or give the scene a `choice`.",
    )
    WAS_TAKEN = (
        "S130",
        WARNING,
        "scene '{scene}' was '{old}', says `was`, but {other} is that too",
        "Keep the old name with the one scene where an old save should go on.",
    )

    # Decisions.
    NO_OPTIONS = (
        "S201",
        ERROR,
        "this choice has no options",
        "Write `label: scene` under `options:`.",
    )
    NO_PLAY = (
        "S202",
        ERROR,
        "scene '{scene}' asks something but shows nothing",
        "Give it something to `play`.",
    )
    NO_DEFAULT = (
        "S203",
        ERROR,
        "a sensor may answer here, but no option is the default",
        "Mark the option for silence with `default: true`.",
    )
    TWO_DEFAULTS = ("S204", ERROR, "two options are the default", "Keep one `default: true`.")
    SAME_ID = (
        "S205",
        ERROR,
        "two options have the id '{id}'",
        "Give one another `id`.",
    )
    NO_EXHAUSTED = (
        "S206",
        ERROR,
        "it could be that no option is left here",
        "Write `exhausted: scene`, or let one option stand with neither `when` nor `once`.",
    )
    READ_LATE = (
        "S207",
        ERROR,
        "faces are read until {until}, but the clip lasts {length}",
        "End `read` at least 1 s before the clip does: by {latest}.",
    )
    OPENS_LATE = (
        "S208",
        ERROR,
        "this opens at {at}, but the clip lasts {length}",
        "Open it before the clip ends.",
    )
    LONG_STILL = (
        "S209",
        WARNING,
        "who gives no answer looks at a held frame for {seconds}",
        "End `read` or open it earlier, shorten `for`, or use `hold: loop`.",
    )
    WEAK_FEELING = (
        "S210",
        WARNING,
        "'{label}' asks for {what}, which at most colours the flame, so {so}",
        "Ask for one of {decides}. {worth}.",
    )
    SOUL = (
        "S211",
        WARNING,
        "`because` tells the soul ('{word}'), which nobody can see",
        "Tell the act: {acts}.",
    )
    UNREADABLE = (
        "S212",
        WARNING,
        "question and labels take {needed} to read ({language}), but {given} are given",
        "Shorten them, or lengthen `for`.",
    )
    FACE_NOT_ASKED = (
        "S213",
        ERROR,
        "'{label}' has a feeling of the face, but `face` is not in `by`",
        "Add `face` to `by`, or take `feel` out.",
    )
    WORDS_NOT_ASKED = (
        "S214",
        ERROR,
        "'{label}' listens to words, but `text` is not in `by`",
        "Add `text` to `by`, or take `{key}` out.",
    )
    NOTHING_FELT = (
        "S215",
        ERROR,
        "`face` is in `by`, but no option has a feeling of the face",
        "Give an option `feel:`, or take `face` out.",
    )
    NOT_IN_USES = (
        "S216",
        ERROR,
        "this reads '{way}', which `sensing: uses` does not name to the viewers",
        "Add it: `sensing: {{uses: [{way}]}}`.",
    )
    NEVER_FELT = (
        "S217",
        WARNING,
        "no viewer can ever feel this: readings end at 3 steps, words at 1, never both at once",
        "Ask for less: `smile > 0.8` or `text.sentiment > 0.2`; join face and words by `or`.",
    )
    READ_BACKWARD = (
        "S218",
        ERROR,
        "faces are read from {start} to {end} of a clip of {length}, which is no time",
        "Begin `read` earlier than it ends.",
    )
    SHORT_BASELINE = (
        "S219",
        WARNING,
        "the baseline is {length} long, too short to learn anybody's ordinary face",
        "Give it 3 s at least, of a clip where nothing startles.",
    )
    READ_SHORT = (
        "S220",
        WARNING,
        "faces are read for {seconds} of this clip, too short a time to be sure of anybody",
        "Give `read` {least} at least, five if you can.",
    )
    BASELINE_LATE = (
        "S221",
        WARNING,
        "scene '{scene}' can read faces before the baseline in '{baseline}' is over",
        "Learn the ordinary face where every way begins, and let `read` begin after it.",
    )
    NEUTRAL_FELT = (
        "S222",
        WARNING,
        "'{label}' is felt by whoever does nothing at all: an ordinary face reads 0",
        "Ask for more than that, for example `smile > 0.8`, or make it the default.",
    )
    SAME_FEEL = (
        "S223",
        WARNING,
        "'{label}' and '{other}' ask for the very same feeling, so neither can win",
        "Give one of them another `feel`.",
    )
    SAME_HEARD = (
        "S224",
        WARNING,
        "'{phrase}' means both '{label}' and '{other}' ({at}), so it decides nothing",
        "Let it stand with one of them.",
    )
    USE_UNUSED = (
        "S225",
        WARNING,
        "viewers are asked for '{way}', and nothing in the film reads it",
        "Take it out of `uses`, or use it: `by: [{way}, buttons]`{more}.",
    )
    SLATE_SHORT = (
        "S226",
        WARNING,
        "this slate takes {needed} to read ({language}), but stands for {given}",
        "Shorten it, or lengthen `seconds`.",
    )
    HEARD_AS_ONE = (
        "S227",
        WARNING,
        "'{phrase}' is one phrase: `{comma}` tells no phrases apart",
        "Write `hear: [{first}, {second}]`, with `,` and a space, if several are meant.",
    )

    HEARD_AS_LABEL = (
        "S228",
        WARNING,
        "'{phrase}' is what the option '{other}' is called ({at}), so it never means '{label}'",
        "Take it out of `hear`, or say it in other words.",
    )
    HARDLY_SURE = (
        "S229",
        WARNING,
        "with `confidence: {asked}` a face {so} here: {reached}",
        "Write `confidence: {most}` at the most, or leave it out: it is 0.55 then.",
    )
    EASILY_FELT = (
        "S230",
        WARNING,
        "'{label}' asks for `{asked}`, which came in {false} of 100 windows without the act",
        "Ask for {better}.",
    )
    NO_BASELINE = (
        "S231",
        WARNING,
        "faces decide without a `baseline`: an average face stands in, believed a fifth less",
        "Name a calm scene, and when: `sensing: {{baseline: {scene} 1s..6s}}`; `read` after it.",
    )
    LONG_BASELINE = (
        "S232",
        WARNING,
        "the baseline ends at {end}, but the clip lasts {length}",
        "End it with the clip, by {length}: nothing is learned after that.",
    )
    SAME_TONE = (
        "S233",
        WARNING,
        "a tone from {low} to {high} fits '{label}' and '{other}' ({at}), so {so}",
        "Let each have tones of its own: `text.sentiment < -0.2`, `text.sentiment > 0.2`.",
    )
    FACE_KEY_UNUSED = (
        "S234",
        WARNING,
        "`{key}` is about faces, but `face` is not in `{where}`",
        "Add `face` to `{where}`, or take `{key}` out.",
    )

    # Media.
    BAD_FILE = (
        "S301",
        ERROR,
        "'{file}' is no file of this film's folder",
        "{cure}",
    )
    MISSING_FILE = (
        "S302",
        WARNING,
        "the file '{file}' is not there yet",
        "{cure}",
    )
    BROKEN_FILE = (
        "S303",
        ERROR,
        "the file '{file}' cannot be played, since {why}",
        "Make it again, or name another.",
    )
    BAD_CUT = (
        "S304",
        ERROR,
        "'{cut}' does not cut a clip",
        "Write `name.mp4#t=3.5,9`: from and to, in seconds or `m:ss`.",
    )
    CUT_OUTSIDE = (
        "S305",
        ERROR,
        "the cut is from {start} to {end}, but '{file}' lasts {length}",
        "Cut within the clip.",
    )
    NOTHING_TO_PLAY = (
        "S306",
        ERROR,
        "there is nothing to play here",
        "Name one of `file`, `still` or `slate`.",
    )
    PICTURE_AS_CLIP = (
        "S307",
        ERROR,
        "'{file}' is a picture, which has no length",
        "Write `{{still: {file}, seconds: 6}}`.",
    )
    FAR_KEYFRAMES = (
        "S308",
        WARNING,
        "'{file}' has no keyframe for {widest}, so it is slow to enter {where}",
        "Export it with one at least every 2 s (ffmpeg: `-g 50` at 25 pictures a second).",
    )
    ODD_MEDIUM = (
        "S309",
        WARNING,
        "'{file}' is {it}, where {wanted} is wanted",
        "Name {wanted}, or write {form}.",
    )
    SOUND_LONG = (
        "S310",
        WARNING,
        "'{file}' lasts {length}, its clip {whole}: what is over is not heard",
        "Cut it as the clip was cut.",
    )
    BAD_SOUND = (
        "S311",
        WARNING,
        "'{file}' cannot be heard, since {why}",
        "Export it again as .opus, .ogg, .m4a or .wav; until then it is left out.",
    )
    SPARE_SOUND = (
        "S312",
        WARNING,
        "'{file}' is in '{language}', which `languages` does not name",
        "Add it there, or rename the file. {near}",
    )
    STEM_LENGTH = (
        "S313",
        WARNING,
        "the stem '{stem}' lasts {length}, its bed '{bed}' {other}: they drift apart",
        "Make them equally long, to the sample if you can.",
    )
    BAR_LENGTH = (
        "S314",
        WARNING,
        "the bed '{bed}' lasts {length}, which is no whole number of bars of {bar}",
        "Cut it at the end of a bar, or correct `bar`.",
    )
    MUSIC_LONG = (
        "S315",
        WARNING,
        "'{file}' lasts {length}; of music that runs on, {most} is the most",
        "Make it shorter: it goes round. Music for one clip belongs into the clip.",
    )
    NO_SOUND = (
        "S316",
        WARNING,
        "'{file}' holds no sound, and is named as music",
        "Name a file of sound: .ogg, .opus or .wav.",
    )
    NOT_ALL_AROUND = (
        "S317",
        WARNING,
        "'{file}' is {width}x{height}, not twice as wide as high: `view: 360` shows it flat",
        "Export it equirectangular, as 2048x1024; or take `view: 360` out.",
    )
    BREAKS_OFF = (
        "S318",
        WARNING,
        "'{file}' breaks off after {length} of {promised}",
        "Export or copy it again; it is played as far as it goes.",
    )

    # Words and languages.
    UNTRANSLATED = (
        "S401",
        WARNING,
        "not translated into '{language}' yet: {count} of {all} texts, of which this is the first",
        "`lang extract` makes lang/{language}.po, `lang update` refreshes it; find `{context}`.",
    )
    BAD_LANGUAGE = (
        "S402",
        ERROR,
        "'{language}' is no language code",
        "{cure}",
    )
    SAME_LABELS = (
        "S403",
        WARNING,
        "two options of this choice read '{label}' in '{language}'",
        "Give one of them other words; nobody can tell them apart.",
    )
    FUZZY = (
        "S404",
        WARNING,
        "fuzzy since the story changed: {count} of the texts in '{language}', first '{source}'",
        "Look at each, correct it, and take its `#, fuzzy` out.",
    )
    SPARE_WORDS = (
        "S405",
        WARNING,
        "nobody can choose '{language}', which `languages` does not name",
        "Add it: `languages: [{languages}]`. {near}",
    )
    BAD_WORDS = (
        "S406",
        WARNING,
        "{says}",
        "{cure} Until then the film speaks its own language there.",
    )
    BAD_SUBTITLES = (
        "S407",
        WARNING,
        "these subtitles cannot be shown: {why}",
        "Export them again in UTF-8, as SubRip (.srt), WebVTT (.vtt) or Substation (.ass).",
    )
    SUBTITLE_ORDER = (
        "S408",
        WARNING,
        "this subtitle begins at {start}, before the one written above it ({count} in the file)",
        "Put them in the order in which they are shown.",
    )
    SUBTITLE_OVERLAP = (
        "S409",
        WARNING,
        "this subtitle begins while another is still shown, until {end} ({count} in the file)",
        "End the one before it earlier.",
    )
    SUBTITLE_LATE = (
        "S410",
        WARNING,
        "this subtitle ends at {end}, but the clip lasts {length} ({count} in the file)",
        "Cut the subtitles as the clip was cut.",
    )
    SUBTITLE_FAST = (
        "S411",
        WARNING,
        "this subtitle is shown for {given} and takes {needed} to read ({count} in the file)",
        "Shorten it, or show it for longer.",
    )
    SUBTITLES_MISSING = (
        "S412",
        WARNING,
        "without subtitles in '{language}': {count} of {all} clips that have some, first '{clip}'",
        "Put '{file}' beside it.",
    )
    SPARE_SUBTITLES = (
        "S413",
        WARNING,
        "these subtitles are in '{language}', which `languages` does not name",
        "Add it there, or rename the file. {near}",
    )
    SUBTITLE_BACKWARD = (
        "S414",
        WARNING,
        "this subtitle ends at {end}, before it begins at {start} ({count} in the file)",
        "Set its end right; until then it is not shown.",
    )

    SUBTITLE_ASTRAY = (
        "S415",
        WARNING,
        "`{said}` is no subtitle: it is lost, or shown with the one above ({count} in the file)",
        "{cure}",
    )

    # State and conditions.
    NOT_UNDERSTOOD = (
        "S501",
        ERROR,
        "'{text}' cannot be understood from here on",
        "{cure}",
    )
    NOT_ALLOWED = (
        "S502",
        ERROR,
        "{what} is not part of a condition",
        "Use numbers, text in quotes, names, `< <= > >= == !=`, `and or not`, `+ - * /`.",
    )
    CONDITION_LONG = (
        "S503",
        ERROR,
        "this has {length} characters or is nested too deeply; 500 are the most, and {depth} deep",
        "Keep part of it in a variable with `set`.",
    )
    CHAINED = (
        "S504",
        ERROR,
        "two comparisons stand in one chain, which reads differently to everybody",
        "Write `a < b and b < c`.",
    )
    UNKNOWN_NAME = (
        "S505",
        ERROR,
        "'{name}' is no variable of this story",
        "{near} A text needs quotes.",
    )
    UNKNOWN_FUNCTION = (
        "S506",
        ERROR,
        "'{name}' is no function of the story format",
        "{near}",
    )
    WRONG_ARGUMENT = (
        "S507",
        ERROR,
        "`{name}` is not asked this way",
        "Write `{form}`.",
    )
    EFFECT_FORM = (
        "S508",
        ERROR,
        "'{text}' sets nothing",
        "{cure}",
    )
    UNKNOWN_FEELING = ("S509", ERROR, "'{name}' is no feeling of this story", "{near}")
    UNKNOWN_READING = ("S510", ERROR, "'{name}' cannot be read of a viewer", "{near}")
    FEEL_FORM = (
        "S511",
        ERROR,
        "{what} is not part of a feeling",
        "Compare a reading with a number by `>` or `<`: `smile > 0.8 and attention > -1`.",
    )
    FEELING_RING = (
        "S512",
        ERROR,
        "the feeling '{name}' is explained by itself",
        "Explain one of them by readings.",
    )
    KINDS = (
        "S513",
        ERROR,
        "`{sign}` does not go with {kinds}",
        "{cure}",
    )
    NO_TRUTH = (
        "S514",
        ERROR,
        "this is {kind}, neither true nor false",
        "Compare it: `{text} {example}`.",
    )
    FOREIGN_VALUE = (
        "S515",
        ERROR,
        "'{name}' holds {kind}, not {other}",
        "Give it {kind}, or change its first value in `state`.",
    )
    FOREIGN_WORD = (
        "S516",
        ERROR,
        "'{word}' is none of the words '{name}' may be",
        "{near}",
    )
    UNKNOWN_ENDING = ("S517", ERROR, "no ending is named '{name}'", "{near}")
    UNKNOWN_LABEL = ("S518", ERROR, "no option anywhere has the id '{name}'", "{near}")
    UNKNOWN_WAY = ("S519", ERROR, "'{name}' is no way that can be missing", "{near}")
    BAD_FIRST = (
        "S520",
        ERROR,
        "the first value of '{name}' is outside its own {bounds}",
        "Change one of the two.",
    )
    BAD_BOUNDS = (
        "S521",
        ERROR,
        "a {bounds} does not fit {kind}",
        "Use `range: -3..3` for numbers (without quotes), `one_of: [a, b]` for texts.",
    )
    NOT_USED = (
        "S522",
        WARNING,
        "'{name}' is neither set nor asked about anywhere",
        "Use it in a `set` or `when`, or take it out.",
    )
    NEVER_SET = (
        "S523",
        WARNING,
        "'{name}' is asked about, but nothing ever sets it, so it stays {first}",
        "Set it somewhere: `set: {name} = ...`, or take the question out.",
    )
    NEVER_ASKED = (
        "S524",
        WARNING,
        "'{name}' is set, but nothing ever asks about it",
        "Ask for it in a `when`, or take it out.",
    )
    FEELING_UNUSED = (
        "S525",
        WARNING,
        "the feeling '{name}' is used nowhere",
        "Name it in a `feel`, ask for `felt.{name}`, or take it out.",
    )
    FOREGONE = (
        "S526",
        WARNING,
        "this {always} holds: `{name}` is from {low} to {high}",
        "Compare it with a number in between, or take the condition out.",
    )
    SET_OUTSIDE = (
        "S527",
        WARNING,
        "'{name}' is set to {number}, but ends at {bound}",
        "Stay within `range: {low}..{high}`, or widen it.",
    )

    # Tests written in the story.
    UNKNOWN_EXPECTED = (
        "S601",
        ERROR,
        "'{name}' is neither a scene nor an ending",
        "{near}",
    )
    UNKNOWN_ITEM = (
        "S602",
        ERROR,
        "'{item}' is no label, and no word of tests either",
        '{near} Else `feel NAME`, `say 0.8`, `say "words"`, `wait`.',
    )
    NOTHING_DONE = (
        "S603",
        ERROR,
        "this test does nothing",
        "Write `do: timeouts`, or `do: [label, feel NAME, wait]`.",
    )
    SAME_TEST = (
        "S604",
        WARNING,
        "two tests are called '{name}'",
        "Give one another name, so that a report tells which failed.",
    )

    def __init__(self, code: str, weight: Weight, says: str, remedy: str) -> None:
        self.code = code
        self.weight = weight
        self.says = says
        self.remedy = remedy
