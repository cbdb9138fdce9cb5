"""Whether people may report a rule, and how often they did. Nobody and no text is in the counts."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from afspraak.decisions.reporting import Sort


class Permission(models.Model):
    """That the representation of the staff agrees to counting reports; until it is taken back."""

    reference = models.CharField(max_length=400)
    agreed_on = models.DateField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            # one row at most has no end
            models.UniqueConstraint(
                models.Value(1), condition=Q(taken_back_at=None), name="one_permission_at_a_time"
            )
        ]


class WeekCount(models.Model):
    """How often a rule was reported in a week, which is named by its Monday."""

    permission = models.ForeignKey(Permission, on_delete=models.PROTECT, related_name="counts")
    rule = models.CharField(max_length=60)
    sort = models.CharField(max_length=10)
    week = models.DateField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint("permission", "rule", "sort", "week", name="counted_once"),
            models.CheckConstraint(
                condition=Q(sort__in=sorted(each.value for each in Sort)), name="sort_is_known"
            ),
        ]
