"""What the keys of a pilot's file are called on screen: in the form, in its errors and in the list of changes."""

FIELDS = {
    "title": "Titel", "question": "Vraag", "programme": "Programma", "gemeenten": "Gemeenten", "unit": "Eenheid",
    "comparison": "Vergeleken", "primary": "Hoofduitkomst", "secondary": "Andere uitkomsten",
    "relevant_rr": "Kleinste relevante daling", "window": "Venster", "moments": "Evaluatiemomenten",
    "guardrails": "Waar op te letten", "budget": "Budget", "units": "Eenheden", "start": "start", "end": "einde",
}  # fmt: skip
