"""The health check and its figures."""

from exit_desktop.services.vaults import Finding, Vault, check_vault


def test_a_good_vault_has_no_findings_and_all_figures(vault: Vault) -> None:
    report = check_vault(vault)
    assert report.ok
    assert dict(report.rows)["citizen"] == 0
    assert dict(report.sizes)["vault.db"] > 4096
    assert (report.epoch, report.cipher != "", report.sqlite >= "3.51.3") == (1, True, True)


def test_a_missing_mirror_is_found(vault: Vault) -> None:
    (vault.folder / "vault.keys.2").unlink()
    assert check_vault(vault).findings == (Finding.KEY_FILES,)


def test_a_flipped_bit_in_any_page_is_found(vault: Vault) -> None:
    vault.checkpoint()
    path = vault.folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[-2000] ^= 1
    path.write_bytes(data)
    assert Finding.PAGES in check_vault(vault).findings
