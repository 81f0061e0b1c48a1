"""Saying no."""


class Refusal(Exception):
    """What was asked for cannot be done, and the person who asked can put it right.

    Its message is shown to that person, so it says what would be accepted.
    Any other exception is a fault of ours and is reported as one.
    """
