"""Ask words mark an event as one in which the user is going to ask somebody for something: six languages.

Read by `ask.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open.
"""

ASK = (
    # en
    "favour*", "favor", "favors", "referral*", "refer me", "can you help", "could you help", "help me",
    "ask for help", "asking for help", "ask for advice", "pick your brain", "reference letter",
    "letter of recommendation", "recommendation letter", "intro request", "ask for an intro*", "ask for money",
    "borrow*",
    # de
    "gefallen", "bitte um *", "um hilfe bitten", "um rat fragen", "um rat bitten", "kannst du helfen",
    "konntest du helfen", "empfehlungsschreiben*", "referenz*", "ausleihen", "bitten um *",
    # es
    "favores", "pedir ayuda", "pedir consejo", "pedir un consejo", "puedes ayudar*", "podrias ayudar*",
    "carta de recomendacion", "pedir prestado*",
    # fr
    "demander un service", "service a demander", "demander de l aide", "demander conseil", "coup de main",
    "peux tu m aider", "pourrais tu m aider", "lettre de recommandation", "emprunter",
    # pt
    "pedir ajuda", "pedir um favor", "pedir conselho", "pode ajudar*", "pode me ajudar", "me ajudar",
    "carta de recomendacao", "pedir indicacao", "pedir emprestado*",
    # it
    "favore", "favori", "chiedere aiuto", "chiedere un consiglio", "chiedere consiglio", "puoi aiutarmi",
    "potresti aiutarmi", "lettera di raccomandazione", "lettera di referenze", "chiedere in prestito",
)  # fmt: skip

COURTESIES = (
    "por favor", "per favore", "party favor*", "in favour of", "in favor of", "a favor de", "a favore di",
    "hat gefallen", "favourite*", "favorite*",
)  # fmt: skip
"""They sound alike, and ask for nothing."""
