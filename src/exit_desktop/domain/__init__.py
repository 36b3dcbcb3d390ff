"""The method: citizens, courses, their calendar, contacts and plan. Pure: time, ids and files are arguments."""
