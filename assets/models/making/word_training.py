"""How the word models are learned: logistic regression, one byte a weight, trust as measured."""

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from assets.models.making.word_lines import macro_f1
from engine.senses.words.learned import NEUTRAL

STEPS = 11
"""Trust is told at so many strengths, from 0 to 1."""
ENOUGH = 30


def table(found, size):
    """One row per text: its n-grams, each worth 1 over the root of how many there are."""
    starts = np.cumsum([0, *map(len, found)])
    worth = np.concatenate([np.full(len(each), 1 / np.sqrt(max(1, len(each)))) for each in found])
    return sparse.csr_matrix((worth, np.concatenate(found), starts), (len(found), size))


def worth_of(sides, sources, *, source_evenness, side_evenness):
    """How much each text counts, with sources and sides made more even: 0 not at all, 1 wholly."""
    worth = np.zeros(len(sides))
    for source in sorted(set(sources)):
        here = np.array([each == source for each in sources])
        counts = np.maximum(1, np.bincount(sides[here], minlength=3))
        rarity = (here.sum() / counts[sides[here]]) ** side_evenness
        worth[here] = rarity * float(here.sum()) ** -source_evenness
    return worth / worth.sum()


def learn(grams, beside, sides, worth, *, steady, steady_beside, rounds):
    """Logistic regression by L-BFGS: the weights of n-grams and of the numbers, and the start."""
    rows = sparse.hstack([grams, sparse.csr_matrix(beside)]).tocsr()
    count = rows.shape[1]
    held = np.full((count, 1), steady)
    held[grams.shape[1] :] = steady_beside
    truth, turned = np.eye(3)[sides], rows.T.tocsr()

    def loss(flat):
        weights, start = flat[:-3].reshape(count, 3), flat[-3:]
        raw = rows @ weights + start
        raw -= raw.max(1, keepdims=True)
        shares = np.exp(raw) / np.exp(raw).sum(1, keepdims=True)
        wrong = (shares - truth) * worth[:, None]
        cost = -(worth * np.log(shares[np.arange(len(sides)), sides] + 1e-12)).sum()
        slope = np.concatenate([(turned @ wrong + held * weights).ravel(), wrong.sum(0)])
        return cost + (held * weights**2).sum() / 2, slope

    begin = np.zeros(count * 3 + 3)
    best = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    weights = best.x[:-3].reshape(count, 3)
    return weights[: grams.shape[1]], weights[grams.shape[1] :], best.x[-3:]


def small(weights):
    """The weights as one byte each: the root keeps the little ones apart."""
    scale = np.abs(weights).max()
    bytes_ = (np.sign(weights) * np.sqrt(np.abs(weights) / scale) * 127).round()
    return bytes_.astype(np.int8), np.float32(scale)


def answers(shares, truths, lean=0.0):
    """The side told of each text, neutral made likelier or not; only two where none is neutral."""
    if (truths == NEUTRAL).any():
        return (np.log(shares + 1e-9) + lean * np.eye(3)[NEUTRAL]).argmax(1)
    return np.where(shares[:, 2] > shares[:, 0], 2, 0)


def neutral_lean(choosing):
    """How much likelier neutral is made, by the mean over sets to choose by."""

    def mean(lean):
        told = [macro_f1(answers(shares, truths, lean), truths) for shares, truths in choosing]
        return np.mean(told)

    return float(max(np.arange(-1.5, 1.55, 0.1), key=mean))


def trust_of(choosing):
    """How often the side told is the true one, by strength; never growing less."""
    told = [(shares[:, 2] - shares[:, 0], truths, shares.argmax(1)) for shares, truths in choosing]
    strengths, truths, sides = (np.concatenate(each) for each in zip(*told, strict=True))
    trust = [0.0]
    for step in np.linspace(0, 1, STEPS)[1:]:
        near = (np.abs(np.abs(strengths) - step) <= 0.5 / (STEPS - 1)) & (sides != NEUTRAL)
        right = (sides == truths)[near]
        trust.append(float(right.mean()) if len(right) >= ENOUGH else trust[-1])
    return np.maximum.accumulate(trust).astype(np.float32)


def write(path, weights, beside, start, trust):
    """The model as it travels."""
    kept, scale = small(weights)
    np.savez_compressed(
        path, weights=kept, scale=scale, beside=beside.astype(np.float32),
        start=start.astype(np.float32), trust=trust,
    )  # fmt: skip
