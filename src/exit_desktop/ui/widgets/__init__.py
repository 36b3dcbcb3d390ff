"""Small widgets that every screen builds with."""
