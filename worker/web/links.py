"""Answer links lead from a calendar or a letter to the page that asks "done?"; they hold no session.

A token names user, nudge and answer, serves as often as it is opened, and for nothing else.
"""

from dataclasses import dataclass

from worker.outbox.as_lines import AnswerLinks, Links
from worker.web.signer import Scope, Signer

ANY = "any"
"""No answer yet: leads to a page that offers them all."""
OFFERED = ("done", "later", "let_go", "rest")
"""The answers to a nudge, in the order of showing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """What a signed link says: this user gives this answer to this nudge."""

    user_id: int
    nudge_id: str
    answer: str


def answer_links(signer: Signer, base_url: str, user_id: int) -> Links:
    """For each nudge of the user its links, as calendars and letters show them."""

    def links(nudge_id: str) -> AnswerLinks:
        def url(answer: str) -> str:
            claim = Claim(user_id=user_id, nudge_id=nudge_id, answer=answer)
            return f"{base_url}/a/{token_of(signer, claim)}"

        return AnswerLinks(any=url(ANY), each={answer: url(answer) for answer in OFFERED})

    return links


def token_of(signer: Signer, claim: Claim) -> str:
    """The last part of an answer's address."""
    return signer.sign(Scope.ANSWER, str(claim.user_id), claim.answer, claim.nudge_id)


def claim_in(signer: Signer, token: str) -> Claim | None:
    """What the token claims; None for one that was not made here."""
    values = signer.values_in(Scope.ANSWER, token)
    if values is None:
        return None
    user_id, answer, nudge_id = values
    return Claim(user_id=int(user_id), nudge_id=nudge_id, answer=answer)


@dataclass(frozen=True, kw_only=True, slots=True)
class LettersClaim:
    """What a signed link in a letter says: this user wants letters, or none."""

    user_id: int
    is_wanted: bool


def letters_link(signer: Signer, base_url: str, user_id: int) -> str:
    """The address that stops a user's letters: a page to open, or one POST (RFC 8058)."""
    claim = LettersClaim(user_id=user_id, is_wanted=False)
    return f"{base_url}/a/letters/{letters_token_of(signer, claim)}"


def letters_token_of(signer: Signer, claim: LettersClaim) -> str:
    return signer.sign(Scope.LETTERS, str(claim.user_id), "on" if claim.is_wanted else "off")


def letters_claim_in(signer: Signer, token: str) -> LettersClaim | None:
    """What the token claims; None for one that was not made here."""
    values = signer.values_in(Scope.LETTERS, token)
    if values is None:
        return None
    user_id, wanted = values
    return LettersClaim(user_id=int(user_id), is_wanted=wanted == "on")
