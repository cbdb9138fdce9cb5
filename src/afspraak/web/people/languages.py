"""The languages a person can choose, each in its own words."""

LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
