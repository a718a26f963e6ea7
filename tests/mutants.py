"""A mutant is the core with one small fault, as mutmut makes it: `<` for `<=`, None for an argument, "XX" in a text."""

import ast
import difflib
import random
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

from mutmut.mutation.file_mutation import mutate_file_contents

_SEED = 4


@dataclass(frozen=True, kw_only=True)
class Mutant:
    file: str
    name: str
    """In mutmut's words: `x_function__mutmut_3` or `xǁClassǁmethod__mutmut_3`."""
    change: str
    """The lines that differ, before and after."""

    @property
    def original(self) -> str:
        return self.name.partition("__mutmut_")[0]

    @property
    def function(self) -> str:
        """Its name in the file: "function", "Class.method"."""
        return self.original.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")


class Mutants:
    """All faults of some files, and how each is put in place of the right code."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._code: dict[str, CodeType] = {}
        self.all: list[Mutant] = []
        for file in files:
            made = mutate_file_contents(str(file), file.read_text("utf-8"))
            self._code[str(file)] = compile(made.code, str(file), "exec")
            source = _functions_in(made.code)
            for name in made.mutant_names:
                right = source[name.partition("__mutmut_")[0] + "__mutmut_orig"]
                self.all.append(Mutant(file=str(file), name=name, change=_change(right, source[name])))

    def in_fair_order(self) -> list[Mutant]:
        """Shuffled with a fixed seed, and so that each beginning holds the same share of every file."""
        of_file = defaultdict(list)
        for mutant in random.Random(_SEED).sample(self.all, len(self.all)):
            of_file[mutant.file].append(mutant)
        share = {each: (n + 0.5) / len(those) for those in of_file.values() for n, each in enumerate(those)}
        return sorted(share, key=share.__getitem__)

    def put_in(self, mutant: Mutant) -> None:
        """Give the function its faulty code, for this process and everybody who has imported it."""
        module = sys.modules[mutant.file.removesuffix(".py").replace("/", ".")]
        made: dict[str, Any] = {"__name__": module.__name__}
        exec(self._code[mutant.file], made)
        *classes, function = mutant.function.split(".")
        there, here = vars(module), made
        for name in classes:
            there, here = vars(there[name]), vars(here[name])
        real, faulty, right = (
            getattr(each, "__func__", each)
            for each in (there[function], here[mutant.name], here[f"{mutant.original}__mutmut_orig"])
        )
        real.__code__ = faulty.__code__
        for defaults in ("__defaults__", "__kwdefaults__"):
            if getattr(faulty, defaults) != getattr(right, defaults):
                setattr(real, defaults, getattr(faulty, defaults))


def _functions_in(code: str) -> dict[str, list[str]]:
    """Name → lines, in which its own name is left out."""
    lines = code.splitlines()
    return {
        node.name: [line.replace(node.name, "") for line in lines[node.lineno - 1 : node.end_lineno]]
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.FunctionDef)
    }


def _change(before: list[str], after: list[str]) -> str:
    return "\n".join(" ".join(line.split()) for line in difflib.ndiff(before, after) if line[0] in "+-")
