"""Every page of the desk. A page that is not here fails test_pages.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Who(Enum):
    """Who looks at a page."""

    NOBODY = auto()  # an empty desk, nobody signed in
    STRANGER = auto()  # a kept desk, nobody signed in
    MEMBER = auto()  # an adviser of both leaders
    LEADER = auto()  # the leader of whom there is nothing yet
    FIRST = auto()  # the same before they have a password


@dataclass(frozen=True)
class Page:
    """A page: the name of its address, who looks, and what fills the address.

    A part may name a value of the world: "full", "empty", "post", "done", "token"…
    """

    name: str
    who: Who = Who.MEMBER
    parts: Mapping[str, str] = field(default_factory=lambda: {"slug": "full"})
    query: str = ""
    status: int = 200

    def __str__(self) -> str:
        return "-".join((self.name, *self.parts.values(), *filter(None, [self.query.strip("?")])))


NONE: Mapping[str, str] = {}
EMPTY = {"slug": "empty"}

PAGES = (
    Page("home", Who.NOBODY, NONE),
    Page("bring", Who.NOBODY, NONE),
    Page("leader"),
    Page("leader", parts=EMPTY),
    Page("library"),
    Page("library", query="?q=merci&network=x"),
    Page("library", query="?q=zeppelin"),
    Page("library", parts=EMPTY),
    Page("post", parts={"slug": "full", "key": "post"}),
    Page("years"),
    Page("years", parts=EMPTY),
    Page("import", parts=EMPTY),
    Page("imported", parts={"slug": "full", "number": "done"}),
    Page("imported", parts={"slug": "empty", "number": "running"}),
    Page("imported", parts={"slug": "empty", "number": "failed"}),
    Page("take-stock"),
    Page("take-stock", parts=EMPTY),
    Page("question", parts={"slug": "full", "key": "listening"}),
    Page("question", parts={"slug": "empty", "key": "size"}),
    Page("verdict", parts={"slug": "full", "number": "verdict"}),
    Page("verdict", parts={"slug": "full", "number": "verdict before"}),
    Page("verdict", parts={"slug": "empty", "number": "verdict on little"}),
    Page("verdicts-compared"),
    Page("verdicts-compared", parts=EMPTY),
    Page("strategy"),
    Page("strategy", parts=EMPTY),
    Page("strategy-ask", parts={"slug": "full", "key": "topics"}),
    Page("strategy-ask", parts={"slug": "empty", "key": "aim"}),
    Page("strategy-edit", parts={"slug": "full", "key": "quiet_periods"}),
    Page("strategy-edit", parts={"slug": "empty", "key": "company.topics"}),
    Page("strategy-versions"),
    Page("strategy-versions", parts=EMPTY),
    Page("strategy-version", parts={"slug": "full", "number": "1"}),
    Page("strategy-bring"),
    Page("strategy-harmony"),
    Page("strategy-harmony", parts=EMPTY),
    Page("write"),
    Page("write", parts=EMPTY),
    Page("begin", parts={"slug": "full", "gesture": "idea"}),
    Page("begin", parts={"slug": "full", "gesture": "answer"}),
    Page("begin", parts={"slug": "empty", "gesture": "blank"}),
    Page("draft", parts={"slug": "full", "number": "draft"}),
    Page("draft", parts={"slug": "empty", "number": "blank draft"}),
    Page("preview", parts={"slug": "full", "number": "draft"}),
    Page("revisions", parts={"slug": "full", "number": "draft"}),
    Page("revisions", parts={"slug": "empty", "number": "blank draft"}),
    Page("propose", parts={"slug": "full", "number": "draft"}),
    Page("approve", parts={"slug": "full", "number": "draft"}),
    Page("record", parts={"slug": "full", "number": "1"}),
    Page("coach"),
    Page("voice"),
    Page("voice", parts=EMPTY),
    Page("settings"),
    Page("keep", Who.FIRST, EMPTY),
    Page("address"),
    Page("empty-library", Who.LEADER, EMPTY),
    Page("members"),
    Page("invitation", Who.STRANGER, {"token": "token"}),
    Page("account_login", Who.STRANGER, NONE),
    Page("account_signup", Who.STRANGER, NONE),
    Page("account_logout", parts=NONE),
    Page("account_reset_password", Who.STRANGER, NONE),
    Page("account_reset_password_done", Who.STRANGER, NONE),
    Page("account_reset_password_from_key_done", Who.STRANGER, NONE),
    Page("account_change_password", parts=NONE),
    Page("account_reauthenticate", parts=NONE),
    Page("account_inactive", Who.STRANGER, NONE),
    Page("mfa_index", parts=NONE),
    Page("mfa_activate_totp", parts=NONE),
    Page("mfa_add_webauthn", parts=NONE),
    Page("mfa_list_webauthn", parts=NONE),
)

ACTION = "an action: it changes something and then shows another page"
LATER = "shown only in the middle of signing in; opened by test_signing_in.py"
UNUSED = "never linked: addresses are not verified at a desk that sends no mail"
NOT_PAGES = {
    "set_language": ACTION,
    "export": "a file",
    "judge": ACTION,
    "verdict-file": "a file",
    "strategy-file": "a file",
    "strategy-restore": ACTION,
    "jot": ACTION,
    "idea": ACTION,
    "edits": ACTION,
    "claim": ACTION,
    "settle": ACTION,
    "revision-restore": ACTION,
    "decide": ACTION,
    "comment": ACTION,
    "record-file": "a file",
    "reopen": ACTION,
    "look": ACTION,
    "leave-demo": ACTION,
    "member": ACTION,
    "accept-invitation": ACTION,
    "first": "only at a desk that others reach; opened by test_home.py",
    "account_email": UNUSED,
    "account_email_verification_sent": UNUSED,
    "account_confirm_email": UNUSED,
    "account_confirm_login_code": UNUSED,
    "account_set_password": LATER,
    "account_reset_password_from_key": LATER,
    "mfa_authenticate": LATER,
    "mfa_reauthenticate": LATER,
    "mfa_deactivate_totp": LATER,
    "mfa_reauthenticate_webauthn": LATER,
    "mfa_edit_webauthn": LATER,
    "mfa_remove_webauthn": LATER,
    "mfa_login_webauthn": ACTION,
    "mfa_view_recovery_codes": LATER,
    "mfa_generate_recovery_codes": LATER,
    "mfa_download_recovery_codes": "a file",
}
