"""What is fast and how good: each module is a command that prints a table."""
