"""A replay told to people: the report in the reader's language, from the numbers.

What is told on a terminal and on a page is the same; whoever asks brings the language.
"""
