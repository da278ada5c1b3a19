"""nginx before the app, with the configuration that we ship."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from voorkant import ROOT

SHIPPED = ROOT / "deploy" / "nginx" / "voorkant.conf"
NAME = "127.0.0.1"


def certificate(folder: Path) -> tuple[Path, Path]:
    """(certificate, key) of this machine, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(NAME))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    places = folder / "fullchain.pem", folder / "privkey.pem"
    places[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    places[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return places


def shipped_for(folder: Path, app: str, *, plain: int, secure: int) -> str:
    """The configuration that we ship, with what an administrator changes in it changed."""
    own_certificate, own_key = certificate(folder)
    text = SHIPPED.read_text(encoding="utf-8")
    for theirs, ours in {
        "voorkant.example.nl": NAME,
        "/etc/ssl/voorkant/fullchain.pem": str(own_certificate),
        "/etc/ssl/voorkant/privkey.pem": str(own_key),
        "/var/log/nginx/voorkant.log": str(folder / "voorkant.log"),
        "server 127.0.0.1:8501;": f"server {app.removeprefix('http://')};",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{secure} ssl http2;",
    }.items():
        assert theirs in text
        text = text.replace(theirs, ours)
    return text


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((NAME, port)) == 0


@contextmanager
def nginx(folder: Path, app: str, *, plain: int, secure: int) -> Iterator[Path]:
    """A running nginx before the app: the folder with its logs."""
    temporary = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{ worker_connections 512; }}\nhttp {{ access_log off; {temporary}\n"
        f"{shipped_for(folder, app, plain=plain, secure=secure)}\n}}\n",
        encoding="utf-8",
    )
    program = os.environ.get("NGINX", "nginx")
    process = subprocess.Popen([program, "-p", str(folder), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"])
    try:
        while not listens(plain):
            assert process.poll() is None, (folder / "error.log").read_text()
        yield folder
    finally:
        process.terminate()
        process.wait(timeout=20)
