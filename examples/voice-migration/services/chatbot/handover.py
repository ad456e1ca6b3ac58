"""Hands a conversation over to a person."""

from datetime import datetime

OPEN, CLOSE = 8, 18


def hand_over(question: str, now: datetime | None = None) -> str:
    hour = (now or datetime.now()).hour
    if OPEN <= hour < CLOSE:
        return f"Please call 0800 123456 and say: {question[:80]}"
    # TODO(@lea): offer a call back instead of a number that nobody answers
    return "We are back at eight tomorrow morning."
