"""Pictures of a course as plain lists of shapes in points, so that screen and paper show the same thing."""
