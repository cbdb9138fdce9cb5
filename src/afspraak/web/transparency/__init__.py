"""What is on, who sees what, and the promises with the result of their tests."""
