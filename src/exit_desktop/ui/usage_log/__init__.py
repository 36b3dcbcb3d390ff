"""The usage log as a page: who opened, changed, printed, sent what and when."""
