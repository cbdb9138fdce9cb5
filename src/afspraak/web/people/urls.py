"""Addresses of this feature."""

from django.urls import URLPattern, path

from afspraak.web.people import entrance, import_views, profile_views, views

urlpatterns: list[URLPattern] = [
    path("language/", entrance.set_language, name="set_language"),
    path("profile/", profile_views.profile, name="profile"),
    path("profile/password/remove/", profile_views.remove_password, name="profile-password-remove"),
    path("profile/sign-out/<int:sign_in>/", profile_views.sign_out, name="profile-sign-out"),
    path("people/", views.people, name="people"),
    path("people/add/", views.add, name="person-add"),
    path("people/invite/", views.invite_everybody, name="people-invite"),
    path("people/import/", import_views.upload, name="people-import"),
    path("people/import/<uuid:upload>/", import_views.preview, name="people-preview"),
    path("people/import/<uuid:upload>/confirm/", import_views.confirm, name="people-confirm"),
    path("people/import/<uuid:upload>/result/", import_views.result, name="people-imported"),
    path("people/import/<uuid:upload>/cancel/", import_views.cancel, name="people-cancel"),
    path("people/<uuid:person>/", views.person, name="person"),
    path("people/<uuid:person>/roles/", views.roles, name="person-roles"),
    path("people/<uuid:person>/leave/", views.leave, name="person-leave"),
    path("people/<uuid:person>/return/", views.bring_back, name="person-return"),
    path("people/<uuid:person>/invite/", views.invite, name="person-invite"),
]
