"""Pure answers to "may this, must that, by when": plain values in, plain values out."""
