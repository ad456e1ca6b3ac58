"""Answers questions on the help pages."""

from answers import ANSWERS
from handover import hand_over
from intents import intent_of

CONFIDENT = 0.7


def reply(question: str) -> str:
    intent, confidence = intent_of(question)
    if confidence < CONFIDENT:
        return hand_over(question)
    # TODO(fewer-calls): ask "did this help?" and count the noes,
    # so that we learn which answers make people call
    return ANSWERS[intent]
