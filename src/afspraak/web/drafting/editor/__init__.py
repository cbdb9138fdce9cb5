"""What the pages of the editor are made of; nothing here knows of a request or writes a row."""
