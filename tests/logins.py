"""Settings of a home where people sign in."""

SETTINGS = """[server]
adres = "https://voorkant.nl"
[inloggen]
aanbieder = "https://op.nl"
client_id = "abc"
toegang_vragen = "Team Gegevens"
[inloggen.rollen]
manager = ["g-managers"]
[inloggen.gemeenten]
GM9901 = ["*"]
"""
