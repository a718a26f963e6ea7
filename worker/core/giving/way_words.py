"""Way words tell how a meeting took place: over a wire, or in one place with a cup in hand. A table in six languages.

Read by `way.py` and `routine_words.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open.
"""

BY_WIRE = (
    "call", "calls", "phone*", "videocall*", "videochat*", "zoom*", "teams", "webex", "skyp*", "facetim*", "jitsi",
    "google meet", "hangout*", "whatsapp", "dial in",
    "anruf*", "*anruf", "telefon*", "*telefonat", "*telefonate", "telko", "*telko", "videokonferenz*", "videotelefon*",
    "llamada*", "videollamada*", "videoconferencia*", "appel*", "coup de fil", "coups de fil", "visio", "visios",
    "visioconf*", "visiophon*", "telephone*", "ligacao", "ligacoes", "chamada*", "videochamada*",
    "chiamata*", "telefonata*", "videochiamat*", "videoconferenz*",
)  # fmt: skip
"""In a title these tell how the two met, and are no topic."""

CALL = (*BY_WIRE, "https", "http", "online")
"""In a title or a place: the two were not in one room."""

TOGETHER = (
    "coffee*", "cafe*", "tea", "drink*", "beer*", "pub", "visit*", "cinema", "museum*", "concert*", "party",
    "kaffee*", "tee", "bier*", "besuch*", "kino", "konzert*", "grillen", "cafecito", "cerveza*", "cine",
    "concierto*", "visita*", "biere*", "verre", "apero*", "visite*", "cha", "cerveja*", "cinema",
    "churrasco*", "caffe", "birra*", "aperitivo*",
)  # fmt: skip
"""In a title: they were, whatever else is told."""
