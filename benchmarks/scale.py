"""How much is measured: in full, or so little that a test can see the whole of it work."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Counts of rules, posts, rows and attempts; a tuple has one for each number of rules."""

    rules: tuple[int, int, int]
    posts: int
    """In a column, for each number of rules."""
    whole: int
    """Of these, for a whole protocol."""
    per_row: int
    """Of these, for Hyperscan called post by post."""
    per_row_patterns: int
    """At most so many patterns for that: compiling them all takes half a minute."""
    aho: int
    presidio: tuple[int, int, int]
    profanity: int
    scrub: int
    secrets: int
    short_posts: int
    """Posts of `POST_CHARS`, for latencies."""
    attempts: int
    repeat: int
    """Calls between two looks at the browser's clock, which ticks slowly."""
    memory_rows: tuple[int, ...]
    engine_rows: int
    copied_bytes: int


POST_CHARS = 280
FULL = Scale(
    rules=(300, 3_000, 30_000),
    posts=400_000,
    whole=65_536,
    per_row=50_000,
    per_row_patterns=1_000,
    aho=2_000,
    presidio=(500, 200, 40),
    profanity=100,
    scrub=5_000,
    secrets=300,
    short_posts=4_000,
    attempts=2,
    repeat=4,
    memory_rows=(100_000, 1_000_000, 3_000_000),
    engine_rows=1_000_000,
    copied_bytes=256 << 20,
)
QUICK = Scale(
    rules=(20, 40, 80),
    posts=1_000,
    whole=200,
    per_row=100,
    per_row_patterns=4,
    aho=100,
    presidio=(20, 20, 20),
    profanity=5,
    scrub=20,
    secrets=5,
    short_posts=50,
    attempts=1,
    repeat=2,
    memory_rows=(1_000, 2_000),
    engine_rows=2_000,
    copied_bytes=1 << 20,
)
