"""Settings and safety: language, look, idle time, worker, passphrase, keys, recovery sheet, health."""
