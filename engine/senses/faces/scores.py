"""What a face's expressions come to as readings: raw scores, before anybody's normal."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from engine.senses.faces.attention import Bearing
from engine.senses.faces.expressions import Expression, Shares
from engine.story.model import Reading

BODY: Final = 0.3
"""How much a restless body adds to activation."""

NEGATIVE: Final = (
    Expression.SADNESS,
    Expression.ANGER,
    Expression.DISGUST,
    Expression.FEAR,
    Expression.CONTEMPT,
)
AROUSING: Final[Mapping[Expression, float]] = MappingProxyType(
    {
        Expression.HAPPINESS: 1.0,
        Expression.SURPRISE: 1.0,
        Expression.ANGER: 1.0,
        Expression.FEAR: 1.0,
        Expression.DISGUST: 0.6,
        Expression.SADNESS: 0.3,
        Expression.CONTEMPT: 0.3,
    }
)
SHOWN_BY: Final[Mapping[Reading, Expression]] = MappingProxyType(
    {
        Reading.JOY: Expression.HAPPINESS,
        Reading.SMILE: Expression.HAPPINESS,
        Reading.SADNESS: Expression.SADNESS,
        Reading.ANGER: Expression.ANGER,
        Reading.FEAR: Expression.FEAR,
        Reading.SURPRISE: Expression.SURPRISE,
        Reading.DISGUST: Expression.DISGUST,
    }
)


def scores(shares: Shares, bearing: Bearing) -> Mapping[Reading, float]:
    """The raw scores of what a face shows and how its body moves."""
    activation = sum(weight * shares[each] for each, weight in AROUSING.items())
    return MappingProxyType(
        {
            **{reading: shares[each] for reading, each in SHOWN_BY.items()},
            Reading.VALENCE: shares[Expression.HAPPINESS] - sum(shares[each] for each in NEGATIVE),
            Reading.AROUSAL: min(1.0, activation + BODY * (1.0 - bearing.still)),
            Reading.STILL: bearing.still,
        }
    )
