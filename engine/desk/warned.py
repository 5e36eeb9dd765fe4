"""What a film contains, told before it begins to whoever plays it by its name."""

from dataclasses import replace

from engine.desk.waiting import wishes_in
from engine.show.cinema import Cinema
from engine.show.viewing import Plan, as_liked
from engine.stage.bill import Bill
from engine.stage.foyer import Foyer
from engine.stage.wishes import PlayFilm, Quit


def forewarned(cinema: Cinema, plan: Plan, bill: Bill) -> Plan | None:
    """
    The plan, led around what its viewer would rather not see; none if they leave instead.

    Who goes on with a viewing was asked when it began. Scripts, tapes and trials are not asked.
    """
    began = plan.began
    trial = plan.script is not None or plan.sham is not None or began.start or began.given
    if not bill.warnings or trial or began.standing is not None:
        return plan
    foyer = Foyer(
        (bill,), cinema.window, cinema.preferences, avoids=began.avoids, entering=True,
        loudness=cinema.loud, fonts=cinema.fonts,
    )  # fmt: skip
    for wish in wishes_in(cinema, foyer):
        if isinstance(wish, PlayFilm):
            foyer.draw()
            liked = replace(plan, began=replace(began, avoids=wish.avoids))
            return as_liked(liked, cinema.preferences)
        if isinstance(wish, Quit):
            break
    return None
