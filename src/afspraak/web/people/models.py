"""Persons and what they are asked to do here.

No field holds an account on a social network, and none ever will.
"""

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.models import Session
from django.db import models
from django.db.models.functions import Lower

from afspraak.decisions.roles import Capability, Role, may


class People(BaseUserManager["Person"]):
    """How allauth looks a person up."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person with this e-mail address, however it is written."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who works here. Without an e-mail address they read on paper."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(null=True, unique=True)
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=60, default="", db_default="")
    team = models.CharField(max_length=100, default="", db_default="")
    language = models.CharField(max_length=2, default="nl")
    joined = models.DateField(null=True)
    left = models.DateField(null=True)
    away_from = models.DateField(null=True)
    away_until = models.DateField(null=True)
    is_active = models.BooleanField(default=True)
    invited_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(null=True)

    objects = People()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_email_once"),
            models.UniqueConstraint(
                "number", condition=~models.Q(number=""), name="person_number_once"
            ),
        ]
        indexes = [
            models.Index(Lower("name"), name="person_by_name"),
            # With all that says who works here, so that a team is counted without its people.
            models.Index(fields=["team", "is_active", "joined", "left"], name="person_by_team"),
            models.Index(
                fields=["invited_at"],
                condition=models.Q(is_active=True, email__isnull=False, invited_at=None),
                name="person_to_invite",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def roles(self) -> frozenset[Role]:
        """Every role of this person; everybody is an employee. Read once for each object."""
        if not hasattr(self, "_roles"):
            held = self.granted.all()
            self._roles = frozenset({Role.EMPLOYEE, *(Role(each.role) for each in held)})
        return self._roles

    def may(self, capability: Capability) -> bool:
        """Whether one of this person's roles gives `capability`."""
        return may(self.roles, capability)


class Granted(models.Model):
    """A role that somebody was given, besides being an employee.

    With `by_group` a group of the company's own sign-in gave it, and takes it away again.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="granted")
    role = models.CharField(max_length=30)
    at = models.DateTimeField()
    by_group = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("person", "role", name="role_granted_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=sorted(set(Role) - {Role.EMPLOYEE})),
                name="role_is_known",
            ),
        ]


class Invitation(models.Model):
    """An invitation that must still become a mail. The row is the job."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="invitation")
    by = models.CharField(max_length=200)
    at = models.DateTimeField()


class Upload(models.Model):
    """A file with people that waits for its confirmation, for a day at most.

    `rows` is the file's table, as compressed JSON. Once confirmed the row is the job; once done
    only the numbers of its `result` are left.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="uploads")
    at = models.DateTimeField()
    name = models.CharField(max_length=200)
    headings = models.JSONField()
    rows = models.BinaryField()
    count = models.PositiveIntegerField()
    columns = models.JSONField()
    confirmed_at = models.DateTimeField(null=True)
    leaving = models.JSONField(default=list)
    started_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    result = models.JSONField(default=dict)
    has_failed = models.BooleanField(default=False, db_default=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["confirmed_at"],
                condition=models.Q(confirmed_at__isnull=False, done_at=None),
                name="upload_to_do",
            )
        ]


class SignIn(models.Model):
    """A browser in which somebody is signed in. It goes when the session goes."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sign_ins")
    at = models.DateTimeField()
    browser = models.CharField(max_length=60)
