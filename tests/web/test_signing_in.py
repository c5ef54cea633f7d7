"""Signing in: passwords, lost ones, codes, how often one may try; each page on the way is ours."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from firsthand.people.models import Leader, Member, User

EMAIL, PASSWORD = "claire@example.com", "a-long-password"


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    cache.clear()


def sign_in(client: Client, password: str = PASSWORD) -> str:
    answer = client.post(
        reverse("account_login"), {"login": EMAIL, "password": password}, follow=True
    )
    return answer.content.decode()


def ours(html: str) -> bool:
    return 'class="wordmark"' in html and html.count("<h1") == 1


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def with_app(client: Client) -> str:
    """Sign in and add an authenticator app; gives its secret."""
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    html = client.get(reverse("mfa_activate_totp")).content.decode()
    found = re.search(r'id="authenticator_secret"[^>]*value="(\w+)"', html)
    assert found
    client.post(reverse("mfa_activate_totp"), {"code": code_of(found[1])})
    return found[1]


def test_the_right_password_opens_the_desk(leader: Leader, member: Member, client: Client) -> None:
    assert "Where things stand" in sign_in(client)
    client.post(reverse("account_logout"))
    assert client.get(f"/{leader.slug}/").status_code == 302


def test_a_wrong_password_is_said_without_telling_who_exists(
    member: Member, client: Client
) -> None:
    html = sign_in(client, "wrong")
    assert ours(html)
    assert 'class="errors"' in html
    stranger = client.post(
        reverse("account_login"), {"login": "no@example.com", "password": "wrong"}
    )
    errors = re.compile(r'<div class="errors".*?</div>', re.DOTALL)
    assert errors.findall(html) == errors.findall(stranger.content.decode())


def test_guessing_is_stopped(member: Member, client: Client) -> None:
    answers = [sign_in(client, f"guess {n}") for n in range(12)]
    assert "Too many" in answers[-1]
    assert "Where things stand" not in sign_in(Client())


def test_one_goes_on_where_one_wanted_to_go(leader: Leader, member: Member, client: Client) -> None:
    answer = client.get(f"/{leader.slug}/settings")
    login = answer.headers["Location"]
    form = client.get(login).content.decode()
    assert f'name="next" value="/{leader.slug}/settings"' in re.sub(r"\s+", " ", form)


def test_a_lost_password_is_replaced_by_a_link(member: Member, client: Client) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": EMAIL}, follow=True)
    assert "Look at your mail" in answer.content.decode()
    link = re.search(r"http://testserver(\S+)", str(mail.outbox[0].body))
    assert link
    page = client.get(link[1], follow=True)
    assert ours(page.content.decode())
    assert "Choose a new password" in page.content.decode()
    new = "une tout autre phrase"
    client.post(page.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert "Where things stand" in sign_in(Client(), new)
    old = client.get(link[1], follow=True).content.decode()
    assert "too old" in old
    assert ours(old)


def test_a_code_from_the_app_is_asked_for(leader: Leader, member: Member, client: Client) -> None:
    secret = with_app(client)
    late = Client()
    html = sign_in(late)
    assert "One more step" in html
    assert ours(html)
    assert late.get(f"/{leader.slug}/").status_code == 302
    cache.clear()  # a code is good once; the app would show the next one by then
    late.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert late.get(f"/{leader.slug}/").status_code == 200


def test_recovery_codes_stand_in_for_the_app(
    leader: Leader, member: Member, client: Client
) -> None:
    with_app(client)
    html = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert ours(html)
    codes = re.findall(r"<code>(\w+)</code>", html)
    assert len(codes) == 10
    late = Client()
    sign_in(late)
    late.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert late.get(f"/{leader.slug}/").status_code == 200
    for name in ("mfa_index", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        assert ours(client.get(reverse(name)).content.decode()), name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_refusals_are_pages_of_ours(language: str, member_client: Client) -> None:
    answer = member_client.get("/nobody/library", headers={"Accept-Language": language})
    html = answer.content.decode()
    assert answer.status_code == 404
    assert ours(html)
    assert f'lang="{language}"' in html


def test_a_forged_form_is_refused_in_words(member: Member) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("account_login"), {"login": EMAIL, "password": PASSWORD})
    assert answer.status_code == 403
    assert ours(answer.content.decode())


def test_our_own_fault_is_said_in_both_languages(
    member_client: Client, leader: Leader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("firsthand.web.views.library.search", broken)
    member_client.raise_request_exception = False
    answer = member_client.get(reverse("library", args=[leader.slug]))
    assert answer.status_code == 500
    assert "Something broke" in answer.content.decode()
    assert "Quelque chose a cédé" in answer.content.decode()
    assert "secret detail" not in answer.content.decode()


def test_the_address_changes_for_whoever_knows_the_password(
    leader: Leader, member: Member, client: Client
) -> None:
    sign_in(client)
    address = reverse("address", args=[leader.slug])
    refused = client.post(address, {"email": "new@example.com", "password": "wrong"})
    assert "This is not your password" in refused.content.decode()
    client.post(address, {"email": "new@example.com", "password": PASSWORD})
    assert "Where things stand" not in sign_in(Client())
    late = Client()
    late.post(reverse("account_login"), {"login": "new@example.com", "password": PASSWORD})
    assert late.get(f"/{leader.slug}/").status_code == 200


def test_two_people_never_share_an_address(leader: Leader, member: Member, client: Client) -> None:
    User.objects.create_user("luc@example.com", PASSWORD)
    sign_in(client)
    answer = client.post(
        reverse("address", args=[leader.slug]), {"email": "LUC@example.com", "password": PASSWORD}
    )
    assert "Somebody signs in here with this address already" in answer.content.decode()
    member.user.refresh_from_db()
    assert member.user.email == EMAIL
