"""What the tour shows: a bakery’s answers to the interview, and posts its people might write."""
