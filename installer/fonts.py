"""Makes `resources/fonts`: takes open fonts from their npm packages and keeps what window and papers need of each.

Run by hand when a font is to be renewed: `python installer/fonts.py`. It needs npm and fonttools.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
INTER = "@expo-google-fonts/inter@0.4.2"
THAI = "@expo-google-fonts/noto-sans-thai@0.4.2"
EMOJI = "@expo-google-fonts/noto-emoji@0.4.7"
DEJAVU = "dejavu-fonts-ttf@2.37.3"
LICENCES = {
    INTER: ("LICENSE_FONT", "Inter-LICENSE.txt"),
    THAI: ("LICENSE_FONT", "NotoSansThai-LICENSE.txt"),
    EMOJI: ("LICENSE_FONT", "NotoEmoji-LICENSE.txt"),
    DEJAVU: ("LICENSE", "DejaVu-LICENSE.txt"),
}
LATIN = [*range(0x20, 0x250), *range(0x2010, 0x2040), 0x20AC, 0x2190, 0x2192, 0x2212]


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: where it comes from, what it is called here and what of it is kept."""

    package: str
    source: str
    target: str
    features: tuple[str, ...] = ()
    unicodes: tuple[int, ...] = ()
    tabular: bool = False


TEXT = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "calt", "case")
FACES = (
    Face(INTER, "400Regular/Inter_400Regular.ttf", "Inter-Regular.ttf", TEXT),
    Face(INTER, "600SemiBold/Inter_600SemiBold.ttf", "Inter-SemiBold.ttf", TEXT),
    Face(INTER, "400Regular_Italic/Inter_400Regular_Italic.ttf", "Inter-Italic.ttf", TEXT),
    Face(INTER, "400Regular/Inter_400Regular.ttf", "Inter-Tabular.ttf", ("tnum",), tuple(LATIN), tabular=True),
    Face(THAI, "400Regular/NotoSansThai_400Regular.ttf", "NotoSansThai-Regular.ttf", ("*",)),
    Face(EMOJI, "400Regular/NotoEmoji_400Regular.ttf", "NotoEmoji-Regular.ttf"),
    Face(DEJAVU, "ttf/DejaVuSans.ttf", "DejaVuSans.ttf"),
    Face(DEJAVU, "ttf/DejaVuSansMono-Bold.ttf", "DejaVuSansMono-Bold.ttf", (), tuple(range(0x20, 0x7F))),
)


def main() -> None:
    """Write every font file and its licence to `resources/fonts`."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        packages = {name: unpack(name, Path(folder)) for name in LICENCES}
        for face in FACES:
            print(face.target, write_face(face, packages[face.package]), "bytes")
        for name, (source, target) in LICENCES.items():
            shutil.copyfile(packages[name] / source, FONTS / target)


def unpack(package: str, folder: Path) -> Path:
    """Fetch an npm package and return the folder it was unpacked to."""
    answer = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
    )
    archive = folder / answer.stdout.strip().splitlines()[-1]
    target = archive.with_suffix("")
    with tarfile.open(archive) as packed:
        packed.extractall(target, filter="data")
    return target / "package"


def write_face(face: Face, package: Path) -> int:
    """Write one subset font and return its size in bytes."""
    font = TTFont(package / face.source)
    if "glyf" not in font:
        message = f"{face.target}: only TrueType outlines can be embedded"
        raise SystemExit(message)
    keep_tabular_digits(font)
    if face.tabular:
        map_tabular_digits(font)
    subsetter = Subsetter(options(face))
    subsetter.populate(unicodes=face.unicodes or tuple(font.getBestCmap()))
    subsetter.subset(font)
    font.save(FONTS / face.target)
    return (FONTS / face.target).stat().st_size


def options(face: Face) -> Options:
    """Return what the subsetter keeps: names for the window, no hints, the features asked for."""
    chosen = Options()
    chosen.layout_features = list(face.features)
    chosen.name_IDs = ["*"]
    chosen.name_languages = ["*"]
    chosen.hinting = False
    chosen.notdef_outline = True
    chosen.drop_tables += ["FFTM", "DSIG", "STAT", "MATH"]
    return chosen


def keep_tabular_digits(font: TTFont) -> None:
    """Let only the digits have a tabular glyph: Inter gives hyphens, spaces and full stops a wide one too."""
    if "GSUB" not in font:
        return
    cmap = font.getBestCmap()
    digits = {cmap[ord(digit)] for digit in "0123456789"}
    for mapping in tabular_mappings(font):
        for glyph in set(mapping) - digits:
            del mapping[glyph]


def map_tabular_digits(font: TTFont) -> None:
    """Let the digits show their tabular glyphs, since a PDF writer applies no font features."""
    swaps: dict[str, str] = {}
    for mapping in tabular_mappings(font):
        swaps.update(mapping)
    for mapped in font["cmap"].tables:
        for code, glyph in list(mapped.cmap.items()):
            mapped.cmap[code] = swaps.get(glyph, glyph)


def tabular_mappings(font: TTFont) -> list[dict[str, str]]:
    """Return what `tnum` swaps, a table at a time."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    parts = [part for index in sorted(lookups) for part in table.LookupList.Lookup[index].SubTable]
    return [getattr(part, "ExtSubTable", part).mapping for part in parts]


if __name__ == "__main__":
    main()
