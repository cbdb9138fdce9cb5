"""What the web application costs, beside the least that a page can cost on the same server."""
