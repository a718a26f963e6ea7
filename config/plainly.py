"""Plainly is how a value is refused: what a validator says of its input is told as what the value has to be."""

import re

_PLAINLY = (
    (r"should be (?:a valid integer|a finite number).*", "has to be a whole number"),
    (r"should be a valid boolean.*", "has to be true or false"),
    (r"should be a valid string.*", "has to be text"),
    (r"should be a valid tuple", 'has to be a list like ["one", "two"]'),
    (r"should be greater than or equal to (\S+)", r"has to be \1 or more"),
    (r"should be less than or equal to (\S+)", r"has to be \1 or less"),
    (r"should be ", "has to be "),
    (r"is not one of ", "is none of "),
)


def plainly(text: str) -> str:
    """The same, without words about input, strings and parsing."""
    for theirs, ours in _PLAINLY:
        text = re.sub(theirs, ours, text)
    return text
