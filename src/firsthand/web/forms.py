"""Forms that several pages share."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from firsthand.people.models import User


class Address(forms.Form):
    """An e-mail address with which nobody signs in yet."""

    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput({"autocomplete": "username"})
    )

    def clean_email(self) -> str:
        """Refuse an address with which somebody signs in here already."""
        email: str = User.objects.normalize_email(self.cleaned_data["email"])
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Somebody signs in here with this address already."))
        return email


class Keep(Address):
    """What one signs in with from now on."""

    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 10 characters; a short sentence is easy to keep in mind."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        strip=False,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is too short, too common or too much like the address."""
        said = super().clean() or self.cleaned_data
        if "password" in said:
            try:
                validate_password(said["password"], User(email=said.get("email")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return said


class NewAddress(Address):
    """Another address for somebody who shows that it is them."""

    password = forms.CharField(
        label=_("Current password"),
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
        strip=False,
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._user = user

    def clean_password(self) -> str:
        """Refuse whoever does not know the password."""
        password: str = self.cleaned_data["password"]
        if not self._user.check_password(password):
            raise forms.ValidationError(_("This is not your password."))
        return password
