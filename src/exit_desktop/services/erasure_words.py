"""The words of a receipt for an erasure: what was erased, what stays, and what lies where this program cannot reach."""

from exit_desktop.paper.receipt import ReceiptPaper, print_receipt
from exit_desktop.services.erasing import Consequences, Elsewhere, Reason, Receipt
from exit_desktop.services.erasing_all import Whole
from exit_desktop.system.language import Texts, mark

REASONS = {
    Reason.RETENTION: mark("It has been kept long enough"),
    Reason.WISH: mark("The citizen wants it gone"),
}
_WHY = {
    Reason.RETENTION: mark("It was done because it had been kept long enough."),
    Reason.WISH: mark("It was done because the citizen wanted it."),
}


def foreseen_words(seen: Consequences, reason: Reason, t: Texts) -> tuple[str, ...]:
    """Return what an erasure will reach and what not, a short text each."""
    said = [t("Contacts, readings, forms and plan are erased in the vault. It cannot be undone.")]
    said += _called_back(seen.has_left, reason, t)
    if seen.backups_here:
        said.append(
            t.plural(
                "A new backup is made without it. Then the older backup on this computer is removed.",
                "A new backup is made without it. Then the {count} older backups on this computer are removed.",
                seen.backups_here,
            )
        )
    return (*said, *elsewhere_words(seen.elsewhere, t))


def _called_back(has_left: bool, reason: Reason, t: Texts) -> list[str]:
    if not has_left:
        return []
    if reason is Reason.WISH:
        return [t("Your next package asks the coordinator to erase what was sent.")]
    return [t("What was sent to the coordinator stays there until its own date.")]


def elsewhere_words(elsewhere: tuple[Elsewhere, ...], t: Texts) -> tuple[str, ...]:
    """Return where copies lie that still hold it, each with the day after which it is overwritten there."""
    if not elsewhere:
        return ()
    lines = [
        t(
            "- {place}: goes with the first backup made there after {date}",
            place=str(one.folder),
            date=t.date(one.gone_by.date()),
        )
        for one in elsewhere
    ]
    return (
        t("Backups in a second place still hold it, until you delete them there or make new ones:"),
        "\n".join(lines),
    )


def receipt_words(receipt: Receipt, t: Texts) -> tuple[str, ...]:
    """Return the receipt for one course as short texts: nothing in them leads to whose it was."""
    done = t("On {date} what was written about a citizen was erased on this computer.", date=t.date(receipt.at.date()))
    finished = t("On {date} an erasure that had been cut off was finished.", date=t.date(receipt.at.date()))
    said = [done if receipt.reason else finished]
    said += [t(_WHY[receipt.reason]), *_called_back(receipt.has_left, receipt.reason, t)] if receipt.reason else []
    if receipt.removed:
        said.append(
            t.plural(
                "{count} older backup was removed from this computer.",
                "{count} older backups were removed from this computer.",
                receipt.removed,
            )
        )
    said += elsewhere_words(receipt.elsewhere, t)
    said.append(
        t("Papers that were printed or saved as files are not reached. Reports that were made stay as they are.")
    )
    said.append(t("One line stays in the vault: the month and the reason."))
    return tuple(said)


def whole_words(whole: Whole, t: Texts) -> tuple[str, ...]:
    """Return the receipt for everything on this computer as short texts."""
    said = [
        t(
            "On {date} the vault with number {number} was erased on this computer.",
            date=t.date(whole.on),
            number=whole.number,
        ),
        t.plural("It held {count} course.", "It held {count} courses.", whole.courses),
    ]
    if whole.backups:
        said.append(
            t.plural(
                "{count} backup on this computer went with it.",
                "{count} backups on this computer went with it.",
                whole.backups,
            )
        )
    if whole.strangers:
        said.append(
            t.plural(
                "{count} backup of another vault lay in its folder and went too.",
                "{count} backups of other vaults lay in its folder and went too.",
                whole.strangers,
            )
        )
    said.append(t("Its keys, its usage log and all unfinished texts are gone too."))
    return (*said, *beyond_words(whole, t))


def within_words(whole: Whole, t: Texts) -> tuple[str, ...]:
    """Return what goes when everything on this computer is erased, told before it is done."""
    said = [t.plural("The vault holds {count} course.", "The vault holds {count} courses.", whole.courses)]
    if whole.strangers:
        said.append(
            t.plural(
                "{count} backup of another vault lies in its folder and goes too. Move it away first if you want to "
                "keep it.",
                "{count} backups of other vaults lie in its folder and go too. Move them away first if you want to "
                "keep them.",
                whole.strangers,
            )
        )
    return tuple(said)


def beyond_words(whole: Whole, t: Texts) -> tuple[str, ...]:
    """Return what erasing everything on this computer does not reach."""
    said: list[str] = []
    if whole.elsewhere:
        lines = [
            t("- {place}, from {date}", place=str(one.folder), date=t.date(one.made_at.date()))
            for one in whole.elsewhere
        ]
        said += [
            t("These backups lie elsewhere. Nobody overwrites them any more, so delete them yourself:"),
            "\n".join(lines),
        ]
    else:
        said.append(t("The program knows of no backup in another place. The recovery sheet can be destroyed."))
    if whole.sent_to:
        said.append(t("Packages were sent to {names}. What they hold is with them.", names=", ".join(whole.sent_to)))
    if whole.other_vaults:
        said.append(t("Other vaults on this computer are not touched: {names}.", names=", ".join(whole.other_vaults)))
    said.append(t("Papers that were printed or saved as files are not reached."))
    return tuple(said)


def receipt_pdf(texts: tuple[str, ...], t: Texts) -> bytes:
    """Return a receipt as a paper."""
    return print_receipt(ReceiptPaper(t("Receipt: erased"), "\n\n".join(texts)), t)
