"""What is to be known of a folder before a vault is kept there: facts are gathered in one place, judged in others."""
