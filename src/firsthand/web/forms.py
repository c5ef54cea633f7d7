"""Forms that several pages share."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from firsthand.people.models import User


class Keep(forms.Form):
    """What one signs in with from now on."""

    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput({"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 10 characters; a short sentence is easy to keep in mind."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        strip=False,
    )

    def clean_email(self) -> str:
        """Refuse an address with which somebody signs in here already."""
        email: str = User.objects.normalize_email(self.cleaned_data["email"])
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Somebody signs in here with this address already."))
        return email

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is too short, too common or too much like the address."""
        said = super().clean() or self.cleaned_data
        if "password" in said:
            try:
                validate_password(said["password"], User(email=said.get("email")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return said
