"""Commands on contact cards and the worker's own keys: card, confirm, identity."""

from exit_desktop.commands.refusals import ClearTextNotSaid
from exit_desktop.commands.running import Answer
from exit_desktop.commands.work import Work, at_desk, check_out, read_bytes, say_aside, write_out
from exit_desktop.services.desk import Act, log_use
from exit_desktop.services.receiving import Outcome, release_waiting
from exit_desktop.services.sharing import confirm_card, own_card, own_identity, renew_own_keys


def card(work: Work) -> Answer:
    """Write the worker's own contact card and tell its words."""
    out = check_out(work, work.wish.out, keep_old=False)
    with at_desk(work) as desk:
        own = renew_own_keys(desk) if work.wish.new_keys else own_card(desk)
        write_out(out, own.content)
    words = " ".join(own.words)
    said = work.t("Read these words out to the one who gets the card, face to face or by phone:")
    return Answer({"card": str(out), "words": words}, (said, words))


def confirm(work: Work) -> Answer:
    """Confirm another's contact card by the words that its owner read out."""
    content = read_bytes(work.wish.card)
    with at_desk(work) as desk:
        confirmed = confirm_card(desk, content, work.wish.words)
        invented = confirmed.facts.practice and not desk.vault.practice
        waited = [one for one in release_waiting(desk, confirmed.sender_id) if one.outcome is not Outcome.REFUSED]
    if invented:
        say_aside(work.t("This is the card of a practice vault: whoever holds it is only trying things out."))
    facts = confirmed.facts
    document = {
        "sender": confirmed.sender_id,
        "code": facts.code,
        "role": facts.role,
        "practice": facts.practice,
        "taken_in": len(waited),
    }
    said = [work.t("The card of {code} is confirmed.", code=facts.code)]
    if waited:
        said.append(
            work.t.plural(
                "{count} package that waited is taken in.", "{count} packages that waited are taken in.", len(waited)
            )
        )
    return Answer(document, tuple(said))


def identity(work: Work) -> Answer:
    """Write the worker's own age identity, which opens every package sent to this vault."""
    if not work.wish.clear_text:
        raise ClearTextNotSaid
    out = check_out(work, work.wish.out, keep_old=True)
    with at_desk(work) as desk:
        own = own_identity(desk)
        recipient = own.public.recipient
        write_out(out, f"# public key: {recipient}\n{own.sealing_secret.decode('ascii')}\n".encode())
        log_use(desk, Act.DUMPED, "identity")
    said = work.t("Whoever has this file can open every package sent to you. Delete it when you are done.")
    return Answer({"identity": str(out), "recipient": recipient}, (said,))
