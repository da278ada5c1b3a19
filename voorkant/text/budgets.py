"""Words for budgets: amounts of both sides, and how many euro stand behind each preventive one."""

from voorkant.text.numbers import number

MILLION, THOUSAND = 1_000_000, 1_000
NO_CAUSE = "Het is begroot, niet uitgegeven, en zegt niet of het een door het ander komt."


def euro(amount: int) -> str:
    """`€ 1,2 miljoen`, `€ 340 duizend`, `€ 900`."""
    if amount >= MILLION:
        return f"€\u00a0{number(amount / MILLION, 1)} miljoen"
    return f"€\u00a0{number(amount / THOUSAND)} duizend" if amount >= THOUSAND else f"€\u00a0{number(amount)}"


def ratio(front: int, back: int) -> str:
    """`1 : 5,3`; empty where one side is not there."""
    return f"1 : {number(back / front, 1)}" if front and back else ""


def sentence(year: int, front: int, back: int) -> str:
    """Both sides in the newest year."""
    if not (front and back):
        side = "voorkant" if front else "achterkant"
        return f"In {year} is alleen van de {side} opgegeven wat er is begroot ({euro(front or back)}). {NO_CAUSE}"
    return (
        f"In {year} is {euro(front)} begroot voor de voorkant en {euro(back)} voor de achterkant: "
        f"{ratio(front, back)}. {NO_CAUSE}"
    )
