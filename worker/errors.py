"""Every failure a user can meet: one sentence that names the thing and the remedy.

What matters below the root is one bit, told by the class: temporary (try again) or permanent (stop and tell the user).
Foreign errors are wrapped at the edge that met them, with `from`.
"""


class SnowdropError(Exception):
    """The root. `str(error)` is the one sentence that a user reads; it holds no secret."""

    @property
    def sentence(self) -> str:
        """The same; of a trouble with a calendar a `Sentence`, which is told in the user's language."""
        said: str = self.args[0]
        return said


class TemporaryError(SnowdropError):
    """Trying again later may work."""


class PermanentError(SnowdropError):
    """Trying again changes nothing; the user has to do something."""
