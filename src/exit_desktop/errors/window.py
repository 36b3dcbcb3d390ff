"""What only the window can meet."""

from exit_desktop.errors.family import Failure, mark


class DayIsForPractice(Failure):
    """Another day than today was asked for, on a vault of real people."""

    sentence = mark("Another day can only be chosen for practice. Start again without --today to open this vault.")


class DraftHasNoRoom(Failure):
    """The disk takes no unfinished text; what was added before is in the vault."""

    sentence = mark(
        "What you are writing now cannot be kept on this disk yet: it is full. What you added is safe. "
        "Make room, or finish and add the text."
    )


class TextWouldBeLost(Failure):
    """The program is to close while an unfinished text is nowhere but in its memory."""

    sentence = mark(
        "The disk is full, and what you were in the middle of writing is lost if you close now. Make room and add the "
        "text first. If you close once more, it is given up."
    )
