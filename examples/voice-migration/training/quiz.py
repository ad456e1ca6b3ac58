"""Scores a quiz and says which module to repeat."""

PASS = 0.8


def score(given: dict[str, str], right: dict[str, str]) -> float:
    return sum(given.get(q) == a for q, a in right.items()) / len(right)


def to_repeat(scores: dict[str, float]) -> list[str]:
    # TODO(productive-teams): weigh the modules by how often customers ask about them
    return sorted(module for module, share in scores.items() if share < PASS)
