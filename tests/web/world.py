"""A desk with two leaders: one with much, one with nothing yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from tests.web.pages import Page, Who

from firsthand.coach import Review
from firsthand.desk import drafts, notebook, proposing, sealing, voices
from firsthand.desk.models import LearntVoice
from firsthand.library.models import Import
from firsthand.people.founding import found
from firsthand.people.invitations import invite
from firsthand.people.models import Leader, Member, Role, User
from firsthand.plan import readiness
from firsthand.plan.models import Assessment, ReadinessAnswers
from firsthand.records.clock import FixedClock, SystemClock
from firsthand.standing.readiness.questions import questionnaire
from firsthand.web.demo import open_demo

CLOCK = FixedClock(SystemClock().now())
EMAIL, PASSWORD = "anne@example.com", "une phrase assez longue"

LONG_NAME = "Marc-Antoine de La Rochefoucauld-Montbel"
LONG_COMPANY = "Établissements Oyono & fils, chaudronnerie-tuyauterie-mécanosoudure"


@dataclass(frozen=True)
class World:
    """What the pages are shown with."""

    user: User
    full: Leader
    empty: Leader
    token: str

    def address(self, page: Page) -> str:
        """Give a page's address in this world."""
        known = {"full": self.full.slug, "empty": self.empty.slug, "token": self.token}
        known |= {"post": self.full.posts.order_by("-id").values_list("key", flat=True)[0]}
        verdicts = [each.pk for each in readiness.assessments(self.full)]
        known |= {"verdict": str(verdicts[0]), "verdict before": str(verdicts[1])}
        known |= {"verdict on little": str(readiness.assessments(self.empty)[0].pk)}
        known |= {brought.name: str(brought.pk) for brought in Import.objects.all()}
        known |= {"draft": self.draft(self.full), "blank draft": self.draft(self.empty)}
        parts = {name: known.get(value, value) for name, value in page.parts.items()}
        return reverse(page.name, kwargs=parts) + page.query

    @staticmethod
    def draft(leader: Leader) -> str:
        """Give the number of a leader's first draft."""
        return str(leader.drafts.order_by("pk")[0].pk)

    def client(self, who: Who, language: str = "en") -> Client:
        """Give a browser in which somebody is signed in, as far as they are."""
        client = Client(headers={"Accept-Language": language})
        if who is Who.NOBODY:
            User.objects.all().delete()
        elif who is not Who.STRANGER:
            client.post(reverse("account_login"), {"login": EMAIL, "password": PASSWORD})
            client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        if who is Who.LEADER:
            Member.objects.filter(user=self.user).update(role=Role.LEADER)
        if who is Who.FIRST:
            User.objects.exclude(pk=self.user.pk).delete()
            session = client.session
            keep_only_name(self.user)
            session["_auth_user_hash"] = self.user.get_session_auth_hash()
            session.save()
        return client

    def cookie(self, who: Who) -> str:
        """Give the session of such a browser, or nothing."""
        found = self.client(who).cookies.get("firsthand_session")
        return found.value if found else ""


def keep_only_name(user: User) -> None:
    """Take away what somebody signs in with."""
    user.set_unusable_password()
    user.save()


def build() -> World:
    """Make the world."""
    user = User.objects.create_user(EMAIL, PASSWORD, name="Anne Laurent")
    empty = found(LONG_NAME, LONG_COMPANY, by=user, role=Role.ADVISER)
    full = open_demo(user, Role.ADVISER)
    reader = User.objects.create_user("luc@example.com", PASSWORD, name="Luc Petit")
    Member.objects.create(user=reader, leader=full, role=Role.READER)
    bring(full, empty)
    speak(full)
    write(full, empty, user)
    take_stock(full, empty, user)
    cache.clear()  # how often somebody signed in is counted there
    return World(user, full, empty, invite(empty, Role.READER, user))


def take_stock(full: Leader, empty: Leader, user: User) -> None:
    """Judge one leader twice, the second time with nearly all questions answered, the other once."""
    asked = list(questionnaire())
    ReadinessAnswers.objects.create(leader=empty, given={"aim": "vague"})
    judged(empty, CLOCK, user)
    answered = ReadinessAnswers.objects.get(leader=full)
    answered.given = {question.id: question.answers[-1].id for question in asked}
    answered.save()
    judged(full, FixedClock(CLOCK.now() - timedelta(days=90)), user)
    answered.given |= {question.id: question.answers[1].id for question in asked[:20]}
    del answered.given[asked[-1].id]
    answered.save()
    judged(full, CLOCK, user)


JUDGED: dict[tuple[str, datetime], dict[str, Any]] = {}


def judged(leader: Leader, clock: FixedClock, user: User) -> None:
    """Judge a leader; the world being always the same, each verdict is reached once a run."""
    known = (leader.slug, clock.now())
    if known in JUDGED:
        Assessment.objects.create(leader=leader, by=user, **JUDGED[known])
        return
    kept = readiness.take_stock(leader, clock, user)
    JUDGED[known] = {
        name: getattr(kept, name) for name in ("verdict", "answers", "weights", "at", "by_name")
    }


def bring(full: Leader, empty: Leader) -> None:
    """Make an import of each state."""
    reasons = [
        {"place": f"tweets.js #{n}", "fault": n % 2 == 1, "en": "no text", "fr": "pas de texte"}
        for n in range(12)
    ]
    full.imports.create(
        name="done",
        state="done",
        format="X",
        imported=1234,
        updated=5,
        skipped=300,
        reasons=reasons,
    )
    empty.imports.create(name="running", state="running", progress=0.4, imported=4200)
    empty.imports.create(
        name="failed", state="failed", error={"en": "It is a picture.", "fr": "C'est une image."}
    )


SPOKEN: list[LearntVoice] = []


def speak(full: Leader) -> None:
    """Learn the leader's voice; the world being always the same, once a run."""
    if not SPOKEN:
        while voices.step():
            pass
        SPOKEN.append(LearntVoice.objects.get(leader=full))
        return
    kept = SPOKEN[0]
    LearntVoice.objects.create(
        leader=full, state=kept.state, profile=kept.profile, told=kept.told, at=kept.at
    )


DRAFT = """Nous sommes ravis d'annoncer l'ouverture de l'atelier de Brest, le n°1 d'Europe !!!

Merci à @lea, qui y croit depuis le premier jour. #Industrie #Brest https://example.com/atelier"""


def write(full: Leader, empty: Leader, user: User) -> None:
    """Write a draft that has been approved, proposed to and talked about; and begin a blank one."""
    draft = drafts.begin(full, user, "recognise", DRAFT, seconds=60, networks=["x", "linkedin"])
    version = drafts.find(full, draft.pk).ledger.version
    sealing.approve(full, draft.pk, version, user, Review(), [])
    proposing.propose(full, draft.pk, DRAFT.replace("ravis d'annoncer", "contents de"), "", user)
    proposing.comment(full, draft.pk, "À relire avec l'atelier avant jeudi.", user)
    notebook.jot(full, "Pourquoi nos apprentis restent.", user)
    drafts.begin(empty, user, networks=["x"])
