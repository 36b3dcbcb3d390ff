"""Invented citizens for practice: whole courses whose notes, plan, phase and scores fit each other. Nobody is real."""
