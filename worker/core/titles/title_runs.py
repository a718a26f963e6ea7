"""The runs of names in a title, and what makes company of each: the grammar beneath `title_names.py`.

Beside step 2 of 5: title → tokens (`title_tokens.py`) → runs. Pure.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from worker.core.titles.given_names import GIVEN
from worker.core.titles.home_words import BEFORE_DA
from worker.core.titles.name_book import NameBook
from worker.core.titles.phrase_words import AT_OURS
from worker.core.titles.title_clauses import IN_NAMES, Clause, Run, end_of_run
from worker.core.titles.title_home import comes_home, is_at_a_place, is_home, is_shared_home
from worker.core.titles.title_places import with_places
from worker.core.titles.title_taverns import without_taverns
from worker.core.titles.title_things import without_things
from worker.core.titles.title_tokens import IS_NAME, Token, tokens_in
from worker.core.titles.title_words import BEFORE_SURNAMES, BETWEEN_TWO, JOINS, MEANT, MEANT_BY, ROLES, Role

_BREAKS = frozenset(":-–—|();·•?![]>")
_AT_THEIRS = frozenset(("at", "@"))
"""English says "at Ana's"; "at Ana" may be any place."""
_CALLED = (Role.NAME, Role.HONORIFIC, Role.KIN)
_BARE = (Role.NAME, Role.AND, Role.HONORIFIC, Role.PARTICLE)
_OF = (Role.OF, Role.PARTICLE)
_NOT_THEM = frozenset((Role.NOBODY, Role.KIN))
_KINDS = (Role.FRIENDLY, Role.BUSY)
_ABOUT_TOO = ("over",)
"""Dutch: "Overleg over ..."."""
_COMES_FIRST = ("viene", "vienen", "vengono", "vem")
"""Who comes stands after it: "Viene Ana"."""
_NOTHING = Token("", "", None)
_LEADS_HOME = (Role.AT, Role.HOUSE, Role.ABOUT, Role.PARTICLE)
_LEADS_HOME_TOO = ("en", "a")
"""Spanish and Italian: "en casa de", "a casa di"."""


def parsed(title: str, book: NameBook) -> "Parsed":
    """The title with its runs of names, and what makes company of each."""
    tokens = without_things(without_taverns(tokens_in(title, book)), book)
    found = Parsed(with_places(tokens) if " en " in title.lower() else tokens, book)
    found.walk()
    return found


class Parsed:
    """A title, taken apart by one walk along its tokens, left to right."""

    is_friendly = False
    """Something that friends do stands in it."""
    at = 0
    company: Role | None = None
    """For the name that comes next."""
    listed: Role | None = None
    """What "and" hands on."""
    must_be_theirs = False
    is_about = False
    """ "Of" leads to the name that comes next."""
    led_at = 0
    honorific = ""
    chain = 0
    is_chained = False
    are_two = False
    """ "1:1" stands somewhere."""
    may_list = False

    def __init__(self, tokens: list[Token], book: NameBook) -> None:
        self.tokens, self.book, self.own = tokens, book, book.own
        self.clause = Clause()
        self.clauses = [self.clause]
        self.runs: list[Run] = []
        """Those of all clauses."""
        self.theirs: list[Run] = []
        """Of whom but something is meant: "Ana's birthday"."""
        self.paired: set[int] = set()

    def is_bare(self) -> bool:
        """Nothing but names."""
        return all(token.role in _BARE or token.low == "." for token in self.tokens)

    def walk(self) -> None:
        """A name, a word that leaves whoever comes next as they are, or one that ends a list and its company."""
        tokens, end = self.tokens, len(self.tokens)
        while self.at < end:
            token = tokens[self.at]
            _STEPS[token.role](self, token)
            self.at += 1
        if self.are_two or self.paired:
            for run in self.runs:
                if run.company is None and (self.are_two or run.chain in self.paired):
                    run.company = Role.PAIR

    def name(self, token: Token) -> None:
        tokens, at, written, names = self.tokens, self.at, [token], [token.low]
        end = end_of_run(tokens, at)
        if end > at + 1:
            written = [each for each in tokens[at:end] if each.low != "."]
            names = [each.low for each in written if each.role is IS_NAME]
        last = written[-1]
        if not self.is_chained:
            self.chain += 1
        if self.must_be_theirs and is_shared_home(tokens, end, self.book):
            self.must_be_theirs = False
        is_own = last.low in self.own and self.own.issuperset([each.low for each in written])
        if is_own and not last.is_theirs:
            self.paired.add(self.chain)
        else:
            is_met = self._is_met(last, tokens[end] if end < len(tokens) else None)
            run = Run(written, names, self.company, self.honorific, self.chain, self.led_at)
            run.is_joined, run.is_about = at > 0 and tokens[at - 1].low in JOINS, self.is_about
            (self.runs if is_met else self.theirs).append(run)
            if is_met:
                self.clause.runs.append(run)
            self.clause.is_other |= not is_met
        self.listed, self.may_list = self.company, True
        self.company, self.honorific, self.is_chained = None, "", False
        self.at = end - 1

    def _is_met(self, last: Token, following: Token | None) -> bool:
        """Not where something of theirs is meant ("Ana's school"), or a group that is called like them."""
        if not last.is_theirs:
            if (following is not None and following.role in _NOT_THEM) or is_at_a_place(self.tokens, self.at):
                return False
            if self.must_be_theirs and ROLES.get(last.low) is not Role.KIN:  # "at Mum" is nowhere else
                self.company = None
            return True
        return self.company is Role.AT and is_home(following)

    def both(self, _token: Token) -> None:
        if self.may_list:
            self.company, self.is_chained = self.listed, True

    def self_(self, _token: Token) -> None:
        if not self.is_chained:
            self.chain += 1
        self.paired.add(self.chain)
        self.may_list, self.is_chained = True, False

    def honour(self, token: Token) -> None:
        self.honorific = token.low

    def kin(self, token: Token) -> None:
        """ "Oma Ruth" is somebody, "Oma" is not; "Lunch Oma & Ruth" is about nothing else for all that."""
        following = self._beside(1)
        if following.role is Role.NAME and self.book.knows(token.low, following.low):
            self.tokens[self.at] = replace(token, role=Role.NAME)
            self.name(token)
        elif following.role is Role.NAME and (following.low in GIVEN or following.low in self.book.given):
            self.honour(token)
        elif Role.AND in (self._beside(-1).role, following.role) and not token.is_theirs:
            self._pass_on()
        else:
            self.nobody(token)

    def filler(self, _token: Token) -> None:
        """Says nothing."""

    def _turn(self) -> None:
        self.company, self.honorific = None, ""
        self.must_be_theirs = self.may_list = self.is_chained = self.is_about = False

    def with_(self, _token: Token) -> None:
        self._turn()
        self.company = Role.WITH

    def at_theirs(self, token: Token) -> None:
        self._turn()
        self._break(is_word=True)
        self.company, self.must_be_theirs, self.led_at = Role.AT, token.low in _AT_THEIRS, self.at

    def house(self, _token: Token) -> None:
        self._turn()
        self.led_at = self.at
        if self._beside(1).role in IN_NAMES:
            self.company = Role.AT
            self.at += 1

    def particle(self, token: Token) -> None:
        before, following = self._beside(-1), self._beside(1)
        is_inside = before.role in _KINDS and following.role in _KINDS  # "coup de fil"
        if is_inside or self.honorific in BEFORE_SURNAMES:  # "mit Frau von Ahn"
            return
        is_home = token.low == "da" and before.low in BEFORE_DA
        (self.with_ if before.low in MEANT else self.at_theirs if is_home else self.other)(token)

    def of(self, token: Token) -> None:
        if self._beside(-1).low in MEANT_BY.get(token.low, ()):
            self.with_(token)
        elif comes_home(self.tokens, self.at):
            self._invite(token)
        else:
            self.other(token)

    def coming(self, token: Token) -> None:
        if comes_home(self.tokens, self.at):
            self._invite(token)
        elif self.at == 0 and token.low in _COMES_FIRST:
            self.friendly(token)
        elif token.low != AT_OURS:
            (self.about if token.low in _ABOUT_TOO else self.other)(token)

    def _invite(self, token: Token) -> None:
        self.friendly(token)
        self.at = len(self.tokens)

    def nobody(self, _token: Token) -> None:
        self._pass_on()
        self.clause.is_other = True

    def _pass_on(self) -> None:
        """The company goes to the next in the list."""
        before = self.company or (self.listed if self.may_list else None)
        self._turn()
        self.may_list, self.listed = True, before

    def about(self, _token: Token) -> None:
        self._turn()
        self._break(is_word=True)

    def sign(self, token: Token) -> None:
        if token.low in _BREAKS:
            self._turn()
            self._break(is_word=False)
        else:
            self.other(token)

    def kind(self, _token: Token) -> None:
        self._turn()
        self.clause.has_kind = True

    def ring(self, token: Token) -> None:
        is_verb = self.at == 0 and token.low == "ring" and self._beside(1).role in _CALLED
        is_given = self.tokens[0].low == "give" and self._beside(-1).low == "a"
        (self.kind if is_verb or is_given else self.other)(token)

    def friendly(self, token: Token) -> None:
        self.kind(token)
        self.is_friendly = True

    def activity(self, token: Token) -> None:
        self.other(token)
        self.is_friendly = True

    def stay(self, token: Token) -> None:
        """ "Urlaub bei Ana" is time together; "Blumen gießen bei Ana (Urlaub)" is not."""
        self.other(token)
        following = self._beside(1)
        self.is_friendly |= following.role in _LEADS_HOME or following.low in _LEADS_HOME_TOO

    def pair(self, token: Token) -> None:
        if token.low in BETWEEN_TWO:
            self.both(token)
            self.paired.add(self.chain)
        else:
            self.kind(token)
            self.are_two = True

    def other(self, token: Token) -> None:
        """The title may be about something else."""
        self._turn()
        self.is_about = token.role in _OF
        self.clause.is_other = True

    def _beside(self, step: int) -> Token:
        at = self.at + step
        return self.tokens[at] if 0 <= at < len(self.tokens) else _NOTHING

    def _break(self, *, is_word: bool) -> None:
        self.clause.ends_with_word = is_word
        self.clause = Clause()
        self.clauses.append(self.clause)


_STEPS: Mapping[Role | None, Callable[[Parsed, Token], None]] = {
    Role.NAME: Parsed.name,
    Role.SIGN: Parsed.sign,
    Role.WITH: Parsed.with_,
    Role.AND: Parsed.both,
    Role.AT: Parsed.at_theirs,
    Role.HOUSE: Parsed.house,
    Role.SELF: Parsed.self_,
    Role.HONORIFIC: Parsed.honour,
    Role.KIN: Parsed.kin,
    Role.PARTICLE: Parsed.particle,
    Role.OF: Parsed.of,
    Role.FRIENDLY: Parsed.friendly,
    Role.ACTIVITY: Parsed.activity,
    Role.STAY: Parsed.stay,
    Role.BUSY: Parsed.kind,
    Role.RING: Parsed.ring,
    Role.COMING: Parsed.coming,
    Role.PAIR: Parsed.pair,
    Role.FILLER: Parsed.filler,
    Role.ARTICLE: Parsed.filler,
    Role.ABOUT: Parsed.about,
    Role.NOBODY: Parsed.nobody,
    Role.BLOCK: Parsed.other,
    None: Parsed.other,
}
