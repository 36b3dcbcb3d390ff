"""The support network of a course: the map and its people, the handover board, meetings, the time afterwards."""
