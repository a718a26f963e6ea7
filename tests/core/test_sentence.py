"""Sentence: English text that can be told again, in another language or without somebody's name."""

from worker.core.sentence import Sentence, changed, kept, sentence_in, within
from worker.core.words import Words

LOSS = Sentence(
    "{where}: more than {n} dates; kept: {kept}", where="work.ics", n=20_000, kept=Sentence("the rest")
)
GERMAN = {
    "trouble": {LOSS.template: "{where}: mehr als {n} Termine; behalten: {kept}", "the rest": "der Rest"}
}


def told(text: str, lang: str = "de", **table: object) -> str:
    return Words(lang=lang, table=table or GERMAN).told(text)


def test_a_sentence_is_its_english_text() -> None:
    """Whoever needs no more than that need not know what it is made of."""
    assert LOSS == "work.ics: more than 20,000 dates; kept: the rest"
    assert isinstance(LOSS, str)


def test_a_sentence_is_told_in_the_users_language_with_all_that_is_in_it() -> None:
    """Numbers too: where a comma parts decimals, it does not part thousands."""
    assert told(LOSS) == "work.ics: mehr als 20\u202f000 Termine; behalten: der Rest"


def test_english_is_told_as_it_was_said() -> None:
    """It has no words of its own beside the code's."""
    assert told(LOSS, "en", page={}) == LOSS


def test_what_no_language_knows_is_told_as_it_stands() -> None:
    """A record of an older version, and a text that is no sentence, never break a page."""
    assert told("Something else, said long ago.") == "Something else, said long ago."
    assert told(Sentence("{label} was said differently then.", label="work.ics")) == (
        "work.ics was said differently then."
    )


def test_within_another_sentence_a_full_stop_is_left_out() -> None:
    """In English, and in any other language."""
    outer = Sentence(
        "{what}; kept: {kept}", what=Sentence("{label} is gone.", label="a.ics"), kept="the rest"
    )
    words = {"{label} is gone.": "{label} ist fort.", "{what}; kept: {kept}": "{what}; behalten: {kept}"}

    assert outer == "a.ics is gone; kept: the rest"
    assert told(outer, trouble=words) == "a.ics ist fort; behalten: the rest"
    assert within("It is gone.") == "It is gone"


def test_a_sentence_that_is_kept_comes_back_as_it_was() -> None:
    """With all that it is made of, letters of any alphabet, and other sentences inside."""
    written = kept(Sentence("{loss}; and more", loss=LOSS, who="Zoë"))
    back = sentence_in(written)

    assert not isinstance(written, Sentence)
    assert "Zoë" in written  # who looks into the record can read it, and a name can be found in it
    assert isinstance(back, Sentence)
    assert back == "work.ics: more than 20,000 dates; kept: the rest; and more"
    assert told(str(back.values["loss"])) == told(str(LOSS))
    assert isinstance(back.values["loss"], Sentence)
    assert told(back.values["loss"]) == told(LOSS)


def test_a_text_that_is_kept_stays_a_text() -> None:
    """Whatever it looks like: what was never a sentence, or is damaged, is shown as it is."""
    for text in (
        "The calendar answered 404.",
        "404",
        "[]",
        '["{label} is gone.", {}]',
        '["gone", {"a": null}]',
        "{",
    ):
        assert (kept(text), sentence_in(text)) == (text, text)


def test_a_change_meets_what_is_filled_in_and_nothing_else() -> None:
    """A name is taken out of a sentence, which goes on being told in every language."""
    outer = Sentence("{feed} lost {loss}", feed="zoe.ics", loss=LOSS)

    without = changed(outer, lambda text: text.replace("zoe", "…").replace("lost", "!").replace("work", "…"))

    assert without == "….ics lost ….ics: more than 20,000 dates; kept: the rest"
    assert isinstance(without, Sentence)
    assert changed("about zoe", lambda text: text.replace("zoe", "…")) == "about …"
