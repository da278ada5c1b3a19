"""Invented names: no gemeente of the Netherlands is called like these."""

WIJKEN = (
    "Centrum", "Molenkwartier", "Stationsbuurt", "Oude Haven", "Vogelweide", "Zuiderpark", "Noorderveld", "Westhoek",
    "Oostpoort", "De Linden", "Rozenhof", "Kasteelbuurt", "Watertuinen", "Het Broek", "Nieuwe Akkers", "Heideveld",
)  # fmt: skip
PRAKTIJKEN = (
    "De Wilg", "De Singel", "Het Baken", "De Eik", "Zonzijde", "De Brug", "De Beuk", "Marktzicht", "De Kastanje",
    "De Sluis", "De Es", "Parkzicht", "De Esdoorn", "Waterkant", "De Hazelaar", "De Haven", "De Vlier", "Kerkplein",
    "De Meidoorn", "De Wending", "De Linde", "De Kreek", "De Populier", "De Stee", "De Berk", "Het Anker", "De Den",
    "Zuiderlicht", "De Hulst", "De Vaart", "De Iep", "Het Kompas", "De Els", "De Halte", "De Sering", "Veldzicht",
    "De Jasmijn", "De Terp", "De Rank", "De Wissel",
)  # fmt: skip
SCHOOLS = (
    "De Zandloper", "De Klimboom", "Het Kompas", "De Vuurvogel", "De Springplank", "De Waterlelie", "De Windroos",
    "De Letterboom", "Het Nest", "De Vlieger", "De Regenboog", "De Bijenkorf", "Het Palet", "De Ark", "De Kiezel",
    "De Wereldbol", "De Zevenster", "De Duiventil", "Het Mozaïek", "De Notenkraker",
)  # fmt: skip
