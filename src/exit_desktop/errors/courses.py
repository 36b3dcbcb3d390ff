"""What cannot be true of a citizen or a course."""

from exit_desktop.errors.family import Failure, mark


class CourseNotFound(Failure):
    """No course with this id or alias."""

    sentence = mark("No citizen has that name here. Check the spelling, or look in the list.")


class CourseChangedElsewhere(Failure):
    """The rows went on after the screen read them."""

    sentence = mark("This course was changed in the meantime, and your change was not saved. Open the citizen again.")


class AliasEmpty(Failure):
    """An alias needs at least one visible character."""

    sentence = mark("Write what the citizen wants to be called here. It must not be their real name.")


class AliasTooLong(Failure):
    """More than 40 characters; values: most."""

    sentence = mark("The name can have at most {most} characters. Choose a shorter one.")


class AliasTaken(Failure):
    """Another citizen is called so; values: suggestion."""

    sentence = mark("Another citizen is already called that here. You could use “{suggestion}”.")


class DateNotPossible(Failure):
    """A date that cannot be part of the course; values: date."""

    sentence = mark("{date} does not fit the course's other dates. Check the day and the year.")


class PauseAhead(Failure):
    """A pause that has not begun yet."""

    sentence = mark("A pause is written in when it begins. Come back and write it on its first day.")


class NotPossibleNow(Failure):
    """The course does not stand where this act is possible."""

    sentence = mark("That is not possible where the course stands now. Look at the course's timeline first.")


class ReopenInstead(Failure):
    """A new course was wanted within three months of the last one's closing (model 2)."""

    sentence = mark("The last course ended less than three months ago. Take it up again rather than begin a new one.")


class TextTooLong(Failure):
    """More than a field can keep; values: most."""

    sentence = mark("The text is longer than {most} characters. Shorten it; what you wrote is still in the field.")


class LongerWithoutReason(Failure):
    """A closed course is to be kept longer than so far, and it is not said why."""

    sentence = mark("It is to be kept longer than so far. Write why first; a few words are enough.")


class MinutesNotPossible(Failure):
    """Minutes must be between 0 and a day."""

    sentence = mark("The minutes must be a number from 0 to 1440. Correct them and save again.")
