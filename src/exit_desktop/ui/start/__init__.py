"""The pages before a vault is open: choosing, making, unlocking. Nothing here loads the database before it is used."""
