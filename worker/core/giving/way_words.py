"""Way words tell how a meeting took place: over a wire, or in one place with a cup in hand. A table in six languages.

Read by `way.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open.
"""

CALL = (
    "call", "calls", "phone*", "videocall*", "zoom*", "teams", "webex", "skype", "facetime", "jitsi", "google meet",
    "hangout*", "whatsapp", "dial in", "https", "http", "online",
    "anruf*", "*anruf", "telefon*", "telko", "*telko", "videokonferenz*",
    "llamada*", "videollamada*", "telefono", "appel*", "coup de fil", "visio*", "telephone*",
    "ligacao", "ligacoes", "chamada*", "videochamada*", "telefone*", "chiamata*", "telefonata*", "videochiamata*",
)  # fmt: skip
"""In a title or a place: the two were not in one room."""

TOGETHER = (
    "coffee*", "cafe*", "tea", "drink*", "beer*", "pub", "visit*", "cinema", "museum*", "concert*", "party",
    "kaffee*", "tee", "bier*", "besuch*", "kino", "konzert*", "grillen", "cafecito", "cerveza*", "cine",
    "concierto*", "visita*", "biere*", "verre", "apero*", "visite*", "cha", "cerveja*", "cinema",
    "churrasco*", "caffe", "birra*", "aperitivo*",
)  # fmt: skip
"""In a title: they were, whatever else is told."""
