"""Guesses what a question is about from its words."""

WORDS = {
    "invoice": {"invoice", "bill", "pay", "charged"},
    "outage": {"dead", "down", "outage", "silent"},
    "moving": {"move", "moving", "address", "port"},
}


def intent_of(question: str) -> tuple[str, float]:
    words = set(question.lower().split())
    # TODO(fewer-cals): treat "my line is dead" as urgent and skip the questions
    scores = {intent: len(words & known) for intent, known in WORDS.items()}
    best = max(scores, key=scores.get)
    return best, min(1.0, scores[best] / 2)
