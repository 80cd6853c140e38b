#!/usr/bin/env python3
"""What a package contains, as SPDX 2.3 (JSON).

  packages/sbom.py THIRD_PARTY_README VERSION COMMIT DATE [NAME=SHA256]... > cadran.spdx.json

The components are the rows of the table of third_party/README.md, without those that only build or
test; NAME=SHA256 is the archive that one was built from; NAME= leaves one out.
"""
import hashlib
import json
import re
import sys

left_out = {"doctest", "OpenGL"}


def rows(readme):
    for line in open(readme, encoding="utf-8"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| ") and len(cells) > 3 and cells[0] not in {"library", *left_out}:
            yield cells[0], cells[1], cells[2]


def licence(named):
    known = {"Unicode": "Unicode-DFS-2016"}
    return known.get(named, named) if re.fullmatch(r"[A-Za-z0-9.-]+", named) else "NOASSERTION"


def package(name, version, licensed, sha256):
    out = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-"),
        "name": name,
        "versionInfo": version,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": licensed,
        "licenseDeclared": licensed,
        "copyrightText": "NOASSERTION",
    }
    if sha256:
        out["checksums"] = [{"algorithm": "SHA256", "checksumValue": sha256}]
    return out


def main():
    readme, version, commit, date, *archives = sys.argv[1:]
    hashes = dict(one.split("=", 1) for one in archives)
    program = package("Cadran", version, "EUPL-1.2", None)
    parts = []
    for name, raised, licensed in rows(readme):
        if hashes.get(name) == "":
            del hashes[name]
            continue
        parts.append(package(name, raised.split(" ")[0], licence(licensed), hashes.pop(name, None)))
    if hashes:
        sys.exit("not in the table: " + ", ".join(sorted(hashes)))
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": "cadran-" + version,
        "documentNamespace": "urn:cadran:" + hashlib.sha256((version + commit).encode()).hexdigest(),
        "creationInfo": {"created": date, "creators": ["Organization: Cadran"]},
        "packages": [program, *parts],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
             "relatedSpdxElement": program["SPDXID"]},
            *({"spdxElementId": program["SPDXID"], "relationshipType": "STATIC_LINK",
               "relatedSpdxElement": part["SPDXID"]} for part in parts),
        ],
    }
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    print()


main()
