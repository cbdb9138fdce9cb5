"""Addresses of the editor: one draft, part by part and as a whole."""

from django.urls import path

from afspraak.web.drafting.views.editor import changing, clause, overview, part, rule, whole

urlpatterns = [
    path("drafts/<uuid:key>/", overview.overview, name="draft-edit"),
    path("drafts/<uuid:key>/text/", whole.text, name="draft-text"),
    path("drafts/<uuid:key>/changes/", whole.changes, name="draft-changes"),
    path("drafts/<uuid:key>/versions/", whole.versions, name="draft-versions"),
    path("drafts/<uuid:key>/versions/<int:number>/", whole.version, name="draft-version"),
    path("drafts/<uuid:key>/versions/<int:number>/restore/", whole.restore, name="draft-restore"),
    path("drafts/<uuid:key>/move/", changing.move, name="draft-move"),
    path("drafts/<uuid:key>/add-clause/", changing.add_clause, name="draft-clause-add"),
    path("drafts/<uuid:key>/parts/<str:part>/", part.part, name="draft-part"),
    path("drafts/<uuid:key>/clauses/<str:clause>/", clause.clause, name="draft-clause"),
    path("drafts/<uuid:key>/clauses/<str:clause>/look/", clause.look, name="draft-look"),
    path(
        "drafts/<uuid:key>/clauses/<str:clause>/remove/",
        changing.remove_clause,
        name="draft-clause-remove",
    ),
    path(
        "drafts/<uuid:key>/clauses/<str:clause>/add-rule/",
        changing.add_rule,
        name="draft-rule-add",
    ),
    path("drafts/<uuid:key>/clauses/<str:clause>/rules/<str:rule>/", rule.rule, name="draft-rule"),
    path(
        "drafts/<uuid:key>/clauses/<str:clause>/rules/<str:rule>/try/",
        rule.try_rule,
        name="draft-rule-try",
    ),
    path(
        "drafts/<uuid:key>/clauses/<str:clause>/rules/<str:rule>/remove/",
        changing.remove_rule,
        name="draft-rule-remove",
    ),
]
