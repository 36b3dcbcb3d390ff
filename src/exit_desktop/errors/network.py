"""Failures of the support network and its handover board."""

from exit_desktop.errors.family import Failure, mark


class RoleMissing(Failure):
    """A person in the network is known by a role; there is none."""

    sentence = mark("Write who it is first: a role, such as “mother” or “the doctor”.")


class RoleTooLong(Failure):
    """A role or a name beyond the limit; values: most."""

    sentence = mark("A role or a name can have at most {most} characters. The note has room for more.")


class TaskEmpty(Failure):
    """A support task says nothing."""

    sentence = mark("Write what is to be taken over first, such as “goes along to the job centre”.")
