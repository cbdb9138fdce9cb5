"""What can be wrong in an installation, each with a way out."""
