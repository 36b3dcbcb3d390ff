"""A proposed passphrase is read by somebody who may have had a hard day: no word of it hurts."""

import re

from exit_desktop.services.danish_guesses import read_words

HURTING = re.compile(
    r"flået|voldt|dræb|mord|myrd|tortur|gidsel|henret|knust|kvæst|misbrug|prygl|tæsk|tæve|slavi|løsesum"
    r"|erekt|erotik|samleje|klitor|kønsdel|perver|gigolo|incest|porno|pædofil|penis|vagina|knald|gokke"
    r"|fedme|flabet|stupid|grimme|skaldede|tyndere|vægttab|overvægt"
    r"|cannabis|ecstasy|heroin|kokain|opium|doping|nikotin|spiritus|berus"
    r"|lynch|^liget$|^kiste|jomfru|^pat$|sprit|tigger|^stof(fet)?$|brækket|cellen"
    r"|selvmord|traume|rædsel|mareridt|angreb|massakr|terror|trussel|truslen"
)


def test_no_word_hurts() -> None:
    assert [word for word in read_words("passphrase_da.txt") if HURTING.search(word)] == []
