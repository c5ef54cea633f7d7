"""Who there is: users, organisations, leaders, members, invitations, accounts."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users; an address is an e-mail address, or none for the person at this machine."""

    def create_user(
        self, email: str | None = None, password: str | None = None, **values: Any
    ) -> "User":
        """Make a user; without a password they cannot sign in by one."""
        user = self.model(email=self.normalize_email(email) or None, **values)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who opens the desk. Their name is what others see of them."""

    email = models.EmailField(unique=True, null=True, blank=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, blank=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.known_as or str(_("The person at this computer"))

    @property
    def known_as(self) -> str:
        """Give their name or address; nothing for who has neither, whom pages name as they read."""
        return self.name or self.email or ""


class Size(models.TextChoices):
    """How large an organisation is; what a leader's voice may cost grows with it."""

    INDEPENDENT = "independent", _("Independent")
    SMALL = "small", _("Small or medium-sized company")
    MEDIUM = "medium", _("Mid-sized company")
    LARGE = "large", _("Multinational")


class Organisation(models.Model):
    """A company or an institution, with one or several leaders."""

    name = models.CharField(max_length=200)
    sector = models.CharField(max_length=40, blank=True)
    size = models.CharField(max_length=20, choices=Size, blank=True)

    def __str__(self) -> str:
        return self.name


class Leader(models.Model):
    """The person whose voice it is. Everything a member sees hangs from a leader."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="leaders")
    language = models.CharField(max_length=2, default="fr")
    demo = models.BooleanField(default=False)
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name

    @property
    def handles(self) -> tuple[str, ...]:
        """Give the names under which the leader is known on networks."""
        return tuple(self.accounts.values_list("handle", flat=True))


class Role(models.TextChoices):
    """What somebody is to a leader; `people.access` says what each may do."""

    LEADER = "leader", _("Leader")
    ADVISER = "adviser", _("Adviser")
    PRESS = "press", _("Press officer")
    READER = "reader", _("Reader")


class Member(models.Model):
    """Somebody with a role for a leader."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    leader = models.ForeignKey(Leader, models.CASCADE, related_name="members")
    role = models.CharField(max_length=10, choices=Role)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user", "leader"], name="one_role_for_each_leader"),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"


class Invitation(models.Model):
    """A link that makes whoever opens it a member, once; only its hash is kept."""

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=10, choices=Role)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    used_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.leader}, {self.get_role_display()}"


class Account(models.Model):
    """A leader's account on a network; `sealed` is what `people.vault` made of its secrets."""

    leader = models.ForeignKey(Leader, models.CASCADE, related_name="accounts")
    network = models.CharField(max_length=20)
    handle = models.CharField(max_length=255)
    name = models.CharField(max_length=255, blank=True)
    sealed = models.BinaryField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["leader", "network", "handle"], name="one_account_of_each_name"
            ),
        )

    def __str__(self) -> str:
        return f"{self.handle} ({self.network})"
