"""What signals and their states are called, and what one may do next; by their values."""

from firsthand.records.message import Message

KINDS = {
    "question": Message("Question", "Question"),
    "thanks": Message("Somebody to thank", "À remercier"),
    "recognition": Message("Work to recognise", "Travail à saluer"),
    "invitation": Message("A conversation to join", "Conversation à rejoindre"),
    "voice": Message("Somebody new to you", "Une voix nouvelle pour vous"),
    "trend": Message("Trend", "Tendance"),
    "surge": Message("Surge", "Poussée"),
    "rumour": Message("Rumour", "Rumeur"),
}
STATES = {
    # What calms, is answered or falls is feminine in French: « une rumeur », « une question ».
    "open": Message("new", "à voir"),
    "growing": Message("growing", "grandit"),
    "waiting": Message("still waiting", "attend toujours"),
    "answered": Message("answered", "avec réponse"),
    "calmed": Message("calmed", "calmée"),
    "not_calmed": Message("not calmed", "pas calmée"),
    "unsure": Message("calmed? one cannot say", "calmée ? on ne peut le dire"),
    "faded": Message("gone quiet", "retombée"),
}
NEXT = {
    ("question", ""): Message(
        "Answer in your own words, or say who will.",
        "Répondez avec vos mots, ou dites qui le fera.",
    ),
    ("question", "answered"): None,
    ("thanks", ""): Message("A word back costs little.", "Un mot en retour coûte peu."),
    ("recognition", ""): Message(
        "Name the people who did it; ask them before you quote them.",
        "Nommez ceux qui l'ont fait ; demandez-leur avant de les citer.",
    ),
    ("invitation", ""): Message(
        "Join in while it is young, with something you know first-hand.",
        "Rejoignez-la tant qu'elle est jeune, avec une chose que vous savez de première main.",
    ),
    ("voice", ""): Message(
        "Read them; answer once you have something of your own to add.",
        "Lisez-les ; répondez quand vous avez quelque chose à ajouter.",
    ),
    ("trend", ""): Message(
        "Do you have something to say that others have not?",
        "Avez-vous à dire une chose que d'autres n'ont pas dite ?",
    ),
    ("surge", ""): Message(
        "Read the posts before you react: a surge is neither good nor bad by itself.",
        "Lisez les messages avant de réagir : une poussée n'est en soi ni bonne ni mauvaise.",
    ),
    ("rumour", ""): Message(
        "Check the facts, then say yourself what is true; the clock runs until you do.",
        "Vérifiez les faits, puis dites vous-même ce qui est vrai ; le temps court jusque-là.",
    ),
    ("rumour", "answered"): Message(
        "Leave your answer some time: the next word comes in fifteen minutes at the earliest.",
        "Laissez agir votre réponse : des nouvelles dans quinze minutes au plus tôt.",
    ),
    ("rumour", "calmed"): Message(
        "Thank those who asked before sharing; nothing more to push.",
        "Remerciez ceux qui ont demandé avant de partager ; inutile d'insister.",
    ),
    ("rumour", "not_calmed"): Message(
        "Answer again where it spreads, with what can be seen or checked.",
        "Répondez de nouveau là où elle court, avec ce que l'on peut voir ou vérifier.",
    ),
    ("rumour", "unsure"): Message(
        "Keep an eye on it; nothing speaks for a second answer yet.",
        "Gardez-la à l'œil ; rien n'appelle encore une seconde réponse.",
    ),
    ("rumour", "faded"): None,
}  # fmt: skip
