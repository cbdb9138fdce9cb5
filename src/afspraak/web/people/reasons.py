"""What is wrong with a file or a row, and how to go on."""

from django.utils.translation import gettext_lazy as _

FILE_PROBLEMS = {
    "too-big": _("This file is too big. Leave out sheets and columns you do not need."),
    "empty": _("There is no row with people in this file. The first row holds the headings."),
    "locked": _(
        "This file is locked with a password, or from an old Excel. Save it as .xlsx without a "
        "password, or as CSV."
    ),
    "broken": _("This file cannot be read: it is damaged. Open it, save it again and try that."),
    "not-a-table": _("This is not a CSV or Excel file. Save the list as .xlsx or .csv."),
    "too-many-rows": _("There are more than 100,000 rows. Import the file in parts."),
    "too-many-columns": _("There are more than 60 columns. Leave out those you do not need."),
}
COLUMN_PROBLEMS = {
    "no-name": _("Say which column holds the name, or the first and last name."),
    "no-key": _(
        "Say which column holds the personnel number or the e-mail address. By it people are "
        "recognised the next time."
    ),
}
ROW_PROBLEMS = {
    "no-name": _("There is no name. Fill it in."),
    "no-key": _("There is no number and no e-mail address. Fill in one of them."),
    "twice": _("This also stands in an earlier row. Leave one of the two out."),
    "two-people": _(
        "The number is of one person and the address of another. Correct one of the two; when two "
        "people swap addresses, import them one after the other."
    ),
    "other-number": _(
        "The person with this address has another number. Correct it here or on their page."
    ),
    "has-left": _("This person has left. If they are back, undo it on their page first."),
    "formula": _("This is a formula. Paste it as a value."),
    "too-long": _("This is too long. Shorten it."),
    "no-address": _("This is not an e-mail address. Correct it, or leave it empty."),
    "no-language": _("This language is not known. Use nl or en."),
    "no-date": _("This is not a date. Write it as 31-12-2026 or 2026-12-31."),
}
