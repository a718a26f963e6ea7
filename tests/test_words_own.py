"""What one language asks of its own sentences, and the others do not."""

import re

import pytest

from config.words import words_of
from tests.test_words_lint import leaves, said_in
from worker.core.words import Words


def test_no_french_line_begins_with_a_colon() -> None:
    """Before : ; ? ! » and after « stands a blank at which no line breaks."""
    assert [text for _, text in leaves(said_in("fr")) if re.search(r" [:;?!»]|« ", text)] == []


@pytest.mark.parametrize("lang", ["fr", "pt"])
def test_no_day_is_not_one_day(lang: str) -> None:
    """Where the plural of nothing is that of one."""
    words = Words(lang=lang, table=words_of(lang))

    assert words.span(0) not in (words.span(1), "")


def test_today_is_when_one_thinks_back_and_not_what_one_thinks_of() -> None:
    """ "I thought back to our time together today" reads as if they had met today."""
    drafts = [text for _, text in leaves(words_of("en")["nudge"]["draft"])]

    assert not [text for text in drafts if re.search(r"thought back to [^.,]*\btoday", text)]
