"""The security headers of every answer."""

from voorkant.declare.serving import Serving

POLICY = (
    "default-src 'self'; script-src 'self'; worker-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "frame-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors "
)
FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-write=(self)",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
A_YEAR = 31_536_000


def headers(serving: Serving) -> dict[str, str]:
    """What goes with every answer: who may frame it follows from the settings, https only where the address has it."""
    around = " ".join(("'self'", *serving.framed_by)) if serving.framed_by else "'none'"
    found = {**FIXED, "content-security-policy": POLICY + around}
    if not serving.framed_by:  # the older header knows no list
        found["x-frame-options"] = "DENY"
    if serving.is_secure:
        found["strict-transport-security"] = f"max-age={A_YEAR}"
    return found
