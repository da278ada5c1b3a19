"""What `[server]` may say, and the sentence for what it may not."""

from datetime import date
from pathlib import Path

import pytest

from voorkant.declare.settings import read_settings
from voorkant.domain.problem import DataRefused

GOOD = """
[server]
adres = "https://jeugd.voorbeeld.nl/vk/"
proxys = ["10.0.0.5", "fd00::/64"]
inbedden_door = ["https://intranet.voorbeeld.nl"]
[server.veiligheid]
contact = ["mailto:v@voorbeeld.nl"]
geldig_tot = 2027-06-30
beleid = "https://voorbeeld.nl/melden"
"""


def read(folder: Path, text: str):
    (folder / "voorkant.toml").write_text(text, encoding="utf-8")
    return read_settings(folder / "voorkant.toml").serving


def test_what_is_right_is_read(tmp_path):
    serving = read(tmp_path, GOOD)
    assert (serving.host, serving.prefix, serving.is_secure) == ("jeugd.voorbeeld.nl", "/vk", True)
    assert serving.hosts == {"jeugd.voorbeeld.nl", "localhost", "127.0.0.1", "::1"}
    assert serving.contact_until == date(2027, 6, 30)


def test_nothing_said_is_this_machine_alone(tmp_path):
    serving = read(tmp_path, "")
    assert (serving.host, serving.prefix, serving.is_secure, serving.proxies) == ("", "", False, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('adres = "jeugd.voorbeeld.nl"', "Schrijf het zoals in de browser"),
        ('adres = "http://jeugd.voorbeeld.nl"', "zonder https"),
        ('adres = "https://jeugd.voorbeeld.nl/?a=b"', "Schrijf het zoals in de browser"),
        ('adres = "https://jeugd.voorbeeld.nl:poort"', "geen webadres"),
        ('adress = "https://jeugd.voorbeeld.nl"', "Bedoeld: 'adres'?"),
        ('proxys = ["proxy.voorbeeld.nl"]', "'proxys' noemt 'proxy.voorbeeld.nl'"),
        ('proxys = ["0.0.0.0/0"]', "elke machine"),
        ('inbedden_door = ["*"]', "'inbedden_door' noemt '*'"),
        ('inbedden_door = ["http://intranet.voorbeeld.nl"]', "alleen https://"),
        ('inbedden_door = ["https://*.voorbeeld.nl"]', "alleen https://"),
        ("inbedden_door = [\"https://x.nl; script-src 'unsafe-eval'\"]", "alleen https://"),
        ('[server.veiligheid]\ncontact = ["v@voorbeeld.nl"]', "Begin met mailto:"),
        ('[server.veiligheid]\ncontact = ["mailto:v@voorbeeld.nl"]', "horen bij elkaar"),
        ("[server.veiligheid]\ngeldig_tot = 2027-01-01", "horen bij elkaar"),
        ('[server.veiligheid]\nbeleid = "voorbeeld.nl"', "Begin met https://"),
    ],
)
def test_what_is_wrong_names_the_file_the_key_and_what_to_do(tmp_path, text, said):
    with pytest.raises(DataRefused) as refused:
        read(tmp_path, f"[server]\n{text}\n")
    assert "voorkant.toml, [server]" in str(refused.value)
    assert said in str(refused.value)
