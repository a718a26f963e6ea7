"""Emoji in a title adorn it, say what is done together, or that it is off: "Brunch Tom 🥞", "☕ Jules", "❌ Lunch".

Beside `title_names.py`. What says another thing (a birthday, a gift, a journey, a sign of illness) stays. Pure.
"""

import re

_TOGETHER = (
    "☕🍵🧋🥂🍻🍺🍷🍸🍹🥃🍾🫖🍕🍔🍟🌭🌮🌯🥙🧆🍣🍜🍝🍲🥘🍛🥗🥞🧇🥐🥯🍳🥪🍰🧁🥧🍦🍨🍩🍪🍽🍴🥡🥟🍱🍙🍤🫕🧀🍇🍓🧺"
    "🎬🎭🎶🎵🎸🎹🎻🎤🎨🎳🎲♟🎮🧩🎾🏸🏓⚽🏀🏐🏈🏉⚾🥏🏒⛳🏊🏃🚶🚴🥾🧗🧘⛷🏂⛸🏄🚣🛶🏕⛺🎣🐎🎡🎪🎟🖼🏛📚🧶🪴"
    "📞☎📱🤙💬🎧"
)
_ORNAMENTS = (
    "☀🌞🌤🌳🌲🌸🌷🌻🌿🍀🍁❄⭐🌟✨💫🔥💥❤🧡💛💚💙💜🤎🖤🤍💕💞💖💗💓♥"
    "😀😃😄😁😊🙂😉😍🥰😘😎🤩🤗😋😂🙌👏👍👋💪🙏✅✔☑"
)
_JOINTS = "\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff♀♂"
"""What joins emoji, or gives them a colour of skin."""
_UNSAID = re.compile(f"[{_TOGETHER}{_ORNAMENTS}{_JOINTS}]+")
_ANY = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_CROSS = "[❌🚫⛔✖🛑✗✘]"
_OFF = re.compile(f"\\s*{_CROSS}|.*{_CROSS}[\ufe0e\ufe0f\\s]*\\Z", re.DOTALL)


def has_emoji(title: str) -> bool:
    """Whether any may stand there: cheap, and true too often rather than too seldom."""
    return not title.isascii() and _ANY.search(title) is not None


def without_emoji(title: str) -> str:
    """The title without those that adorn it or say what its words would say; other signs stay."""
    return _UNSAID.sub(" ", title).strip()


def is_crossed_out(title: str) -> bool:
    """Whether it begins or ends with a sign that crosses it out."""
    return _OFF.match(title) is not None
