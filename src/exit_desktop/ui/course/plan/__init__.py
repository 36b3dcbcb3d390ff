"""The plan of a course: focus areas, wishes in the citizen's own words, activities, versions."""
