"""What stands in the way of a backup or a restore: each cause its own sentence, in both languages."""

import pytest

from exit_desktop import errors
from exit_desktop.errors import Failure
from exit_desktop.services.telling import sentence_of
from exit_desktop.system.language import Texts

CAUSES: dict[str, tuple[Failure, str, str]] = {
    "stopped by a lock or by the worker": (errors.BackupStopped(), "was stopped", "stoppet"),
    "the vault's own disk is full": (errors.BackupNoRoom(megabytes=7), "7 MB", "7 MB"),
    "the disk writes wrongly": (errors.BackupNotTrue(), "read again", "læses igen"),
    "the stick is full": (errors.SecondPlaceFull(), "is full", "er fuldt"),
    "the stick was pulled out": (errors.SecondPlaceGone(), "cannot be reached", "kan ikke nås"),
    "the stick is write-protected": (errors.SecondPlaceReadOnly(), "write protection", "skrivebeskyttelsen"),
    "the other place is the vault itself": (errors.SecondPlaceInside(), "part of the vault", "en del af boksen"),
    "no backup in the folder": (errors.NoBackupHere(), "no backup in this folder", "ingen sikkerhedskopi i mappen"),
    "nothing to try the way back on": (errors.NothingToTry(), "to try it on yet", "at prøve med endnu"),
    "the backup is older than the sheet": (errors.BackupOfOlderSheet(), "an older sheet", "et ældre ark"),
    "one backup is damaged": (errors.BackupDamaged(), "next older", "næstnyeste"),
    "all backups are damaged": (errors.NoBackupWhole(), "None of the backups", "Ingen af sikkerhedskopierne"),
    "a later program made it": (errors.BackupIsNewer(), "newer version", "nyere udgave"),
    "a backup opened as a vault": (errors.ThisIsABackup(), "Restore it first", "Gendan den først"),
    "the vault there is another one": (errors.OtherVaultThere(), "another one", "en anden end"),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_the_sentence_says_what_and_what_next(cause: str) -> None:
    failure, english, danish = CAUSES[cause]
    assert english in sentence_of(failure, Texts("en"))
    assert danish in sentence_of(failure, Texts("da"))


@pytest.mark.parametrize("language", ["en", "da"])
def test_no_two_causes_share_a_sentence(language: str) -> None:
    t = Texts(language)
    kinds = [getattr(errors, name) for name in errors.__all__ if name[0].isupper() and name != "Failure"]
    said = [t(kind.sentence) for kind in kinds if kind.sentence]
    assert sorted(set(said)) == sorted(said)
    assert {type(failure) for failure, _, _ in CAUSES.values()} <= set(kinds)
