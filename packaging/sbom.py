"""Writes what is inside as an SPDX 2.3 document: the program, the Swift packages in it, the libraries beside it."""
from __future__ import annotations

import hashlib
import json
import re
import time
from pathlib import Path
from typing import Any

import licences
import product
from libraries import Library, Package, carried
from product import moment

NOBODY = "NOASSERTION"

PUBLIC_DOMAIN = {
    "licenseId": "LicenseRef-public-domain",
    "name": "Public domain",
    "extractedText": "Its authors have put it in the public domain: see share/doc/juesuan/licences/liblzma5.txt.",
}


def identifier(kind: str, name: str) -> str:
    return f"SPDXRef-{kind}-{re.sub(r'[^A-Za-z0-9.-]', '-', name)}"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def described(reference: str, name: str, version: str, licence: str, **more: Any) -> dict[str, Any]:
    return {
        "SPDXID": reference,
        "name": name,
        "versionInfo": version,
        "licenseDeclared": licence,
        "licenseConcluded": licence,
        "copyrightText": NOBODY,
        "downloadLocation": NOBODY,
        "filesAnalyzed": False,
        **more,
    }


def external(address: str) -> list[dict[str, str]]:
    return [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": address}]


def of_debian(package: Package, release: str, libraries: list[Library]) -> dict[str, Any]:
    names = [library.name for library in libraries if library.package == package]
    version = package.version.replace(":", "%3A").replace("+", "%2B")
    return described(
        identifier("Debian", package.name), package.name, package.version, licences.of(package.source),
        sourceInfo=f"Debian source package {package.source} {package.source_version}",
        comment="Carries " + (", ".join(names) if names else "share/poppler"),
        supplier="Organization: Debian",
        externalRefs=external(f"pkg:deb/debian/{package.name}@{version}?arch=amd64&distro={release}"),
    )


def of_swift() -> list[dict[str, Any]]:
    version, _ = licences.swift()
    made = [described(identifier("Swift", "runtime"), "Swift with Foundation", version, licences.of("swift"))]
    for each in licences.swift_packages():
        place = re.sub(r"^https://|\.git$", "", each.location)
        made.append(described(
            identifier("Swift", each.name), each.name, each.version, licences.of(each.name),
            downloadLocation=f"git+{each.location}@{each.version}",
            externalRefs=external(f"pkg:swift/{place}@{each.version}")))
    return made


def carried_files(tree: Path) -> list[dict[str, Any]]:
    """Program and libraries as they are packed: their paths for their loader differ from Debian's."""
    return [
        {
            "SPDXID": identifier("File", path.name),
            "fileName": f"./{path.as_posix()}",
            "checksums": [
                {"algorithm": "SHA256", "checksumValue": digest(tree / path)},
                {"algorithm": "SHA1", "checksumValue": hashlib.sha1((tree / path).read_bytes()).hexdigest()},
            ],
            "licenseConcluded": NOBODY,
            "copyrightText": NOBODY,
        }
        for path in product.files(tree) if path.parts[0] in ("bin", "lib")
    ]


def related(one: str, how: str, other: str) -> dict[str, str]:
    return {"spdxElementId": one, "relationshipType": how, "relatedSpdxElement": other}


def release_name() -> str:
    lines = Path("/etc/os-release").read_text().splitlines()
    return next((line.split("=")[1] for line in lines if line.startswith("VERSION_CODENAME=")), "unknown")


def document(program: Path, tree: Path) -> dict[str, Any]:
    libraries = carried(program)
    version = product.version(program)
    own = described(
        identifier("Package", "juesuan"), "juesuan", version, "GPL-3.0-or-later",
        primaryPackagePurpose="APPLICATION", externalRefs=external(f"pkg:generic/juesuan@{version}"))
    swift = of_swift()
    debian = [of_debian(package, release_name(), libraries) for package in licences.debian(libraries)]
    inside = carried_files(tree)
    owners = {library.name: identifier("Debian", library.package.name) for library in libraries}
    relations = [related("SPDXRef-DOCUMENT", "DESCRIBES", own["SPDXID"])]
    relations += [related(each["SPDXID"], "STATIC_LINK", own["SPDXID"]) for each in swift]
    relations += [related(own["SPDXID"], "CONTAINS", each["SPDXID"]) for each in debian]
    relations += [
        related(each["SPDXID"], "GENERATED_FROM", owners.get(Path(each["fileName"]).name, own["SPDXID"]))
        for each in inside
    ]
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": product.name(program),
        "documentNamespace": f"urn:juesuan:{product.name(program)}:{digest(tree / 'bin/juesuan')}",
        "creationInfo": {
            "created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment())),
            "creators": [f"Tool: juesuan-packaging-{version}"],
        },
        "packages": [own, *swift, *debian],
        "files": inside,
        "hasExtractedLicensingInfos": [PUBLIC_DOMAIN],
        "relationships": relations,
    }


def write(program: Path, tree: Path, target: Path) -> None:
    target.write_text(json.dumps(document(program, tree), indent=1, ensure_ascii=False) + "\n")
