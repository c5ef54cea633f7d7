"""What `firsthand assess` says."""

from firsthand.records.message import Message

NOTHING_TO_JUDGE = Message(
    "give --answers FILE, or --template to have the questionnaire",
    "donnez --answers FICHIER, ou --template pour obtenir le questionnaire",
)
SKIPPED = Message(
    "{n} {n:record|records} skipped: {reasons}",
    "{n} {n:élément écarté|éléments écartés} : {reasons}",
)

SIDES = Message("The four sides", "Les quatre côtés")
NAMED = Message("{name}: {said}", "{name} : {said}")
STOPS = Message("And also", "Et aussi")
MORE = Message("and {n} more", "et {n} autres")
FOR = Message("For", "Pour")
AGAINST = Message("Against", "Contre")
STEPS = Message("Steps", "Étapes")
MUST_CHANGE = Message("What must change", "Ce qui doit changer")
CHANGES = Message("What would change it", "Ce qui changerait le verdict")
UNDOING = Message("What would undo it", "Ce qui l'annulerait")
DISAGREE = Message(
    "Where answers and archive disagree", "Là où réponses et archive se contredisent"
)
MISSING = Message("What to answer or bring", "Ce qu'il faut répondre ou apporter")
EVIDENCE = Message("What the archive says", "Ce que dit l'archive")
AGAIN = Message("Look again on {date}. {why}", "À revoir le {date}. {why}")
WEEKS = Message("{text} ({weeks} weeks)", "{text} ({weeks} semaines)")
FOOT = Message(
    "{answered} of {asked} questions answered; weights {weights}.",
    "Réponses données : {answered} sur {asked} ; poids {weights}.",
)
EVERYTHING = Message(
    "With --json: every factor with its answer, evidence, weight and reason.",
    "Avec --json : chaque facteur avec sa réponse, ses preuves, son poids et sa raison.",
)
