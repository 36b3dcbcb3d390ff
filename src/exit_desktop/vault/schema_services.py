"""What the directory tells of a service beyond its name: which area, for whom, without a name, when it was checked."""

SERVICE_COLUMNS = (
    "ALTER TABLE service ADD COLUMN area TEXT",
    "ALTER TABLE service ADD COLUMN for_whom TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE service ADD COLUMN anonymous TEXT NOT NULL DEFAULT 'not_known'",
    "ALTER TABLE service ADD COLUMN checked_on TEXT",
    # The entry of the starter list that it came from: renamed, it is not offered again.
    "ALTER TABLE service ADD COLUMN starter TEXT NOT NULL DEFAULT ''",
)
