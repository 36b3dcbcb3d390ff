"""Commands on open files: dump, load."""

from exit_desktop.commands.refusals import ClearTextNotSaid, FileNotReadable, FileNotWritable
from exit_desktop.commands.running import Answer
from exit_desktop.commands.work import Work, at_desk, check_out
from exit_desktop.errors import FolderNotWritable
from exit_desktop.services.dumps import count_left_out, dump_vault, load_dump


def dump(work: Work) -> Answer:
    """Write everything as lines of JSON that anyone can read."""
    if not work.wish.clear_text:
        raise ClearTextNotSaid
    out = check_out(work, work.wish.out, keep_old=True)
    with at_desk(work) as desk:
        try:
            lines = dump_vault(desk, out)
        except FolderNotWritable:
            raise FileNotWritable(file=out.name) from None
        left_out = count_left_out(desk)
    said = [work.t.plural("{count} line is written.", "{count} lines are written.", lines)]
    if left_out:
        said.append(
            work.t.plural(
                "{count} course that somebody else sent is not in it.",
                "{count} courses that others sent are not in it.",
                left_out,
            )
        )
    said.append(work.t("Anyone who gets the file can read it."))
    return Answer({"dump": str(out), "lines": lines, "left_out": left_out}, tuple(said))


def load(work: Work) -> Answer:
    """Read a dump into the vault, all of it or nothing."""
    file = work.wish.file
    if not file.is_file():
        raise FileNotReadable(file=file.name)
    with at_desk(work) as desk:
        counts = load_dump(desk, file)
    t = work.t
    document = {
        "added": counts.added,
        "replaced": counts.replaced,
        "already_here": counts.already_here,
        "kept_newer": counts.kept_newer,
        "renamed": counts.renamed,
    }
    said = [
        t.plural("{count} course came in.", "{count} courses came in.", counts.added),
        t.plural("{count} course was replaced.", "{count} courses were replaced.", counts.replaced),
        t.plural("{count} course was here already.", "{count} courses were here already.", counts.already_here),
        t.plural("{count} newer course here was kept.", "{count} newer courses here were kept.", counts.kept_newer),
        t.plural("{count} citizen got another name.", "{count} citizens got another name.", counts.renamed),
    ]
    told = [line for line, count in zip(said, document.values(), strict=True) if count]
    return Answer(document, tuple(told) or (t("There is no course in the file."),))
