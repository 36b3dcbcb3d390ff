"""Unfinished texts."""

from exit_desktop import errors
from exit_desktop.services.drafts import drop_draft, keep_draft, list_drafts, read_draft
from exit_desktop.services.vaults import Vault
from support.vault_making import NOW, Template


def test_the_last_text_of_a_place_is_there_after_reopening(vault: Vault, real_template: Template) -> None:
    keep_draft(vault, "contact/1/note", "She cam", NOW)
    keep_draft(vault, "contact/1/note", "She came", NOW)
    vault.close()
    again = real_template.open_raw(vault.folder)
    draft = read_draft(again, "contact/1/note")
    assert draft is not None
    assert draft.body == "She came"
    again.close()


def test_a_saved_text_and_an_emptied_one_are_gone(vault: Vault) -> None:
    keep_draft(vault, "a", "text", NOW)
    keep_draft(vault, "b", "text", NOW)
    drop_draft(vault, "a")
    keep_draft(vault, "b", "", NOW)
    assert list_drafts(vault) == []


def test_a_draft_is_kept_while_a_job_holds_the_writer(vault: Vault) -> None:
    with vault.writing():
        keep_draft(vault, "a", "text", NOW)
    assert read_draft(vault, "a") is not None


def test_the_file_of_drafts_is_encrypted(vault: Vault) -> None:
    keep_draft(vault, "a", "CANARY in a draft", NOW)
    written = b"".join(path.read_bytes() for path in vault.folder.glob("drafts.db*"))
    assert b"CANARY" not in written


def test_an_unreadable_file_of_drafts_never_keeps_the_vault_shut(vault: Vault) -> None:
    (vault.folder / "drafts.db").write_bytes(b"\x17" * 8192)
    keep_draft(vault, "a", "text", NOW)
    assert [type(one) for one in vault.notices] == [errors.DraftsLost]
    assert read_draft(vault, "a") is not None
