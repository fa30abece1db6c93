"""What was written into each shape, kept inside the deck: so that a refresh knows what somebody changed by hand.

A custom XML part, which PowerPoint keeps when it saves; where a program drops it, a text's own alt text says the same.
"""

import json

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

_NAME, _SPACE = PackURI("/customXml/item9071.xml"), "urn:score-outcomes:deck:1"


def keep(deck, told: dict[str, list[list[str]] | str], about: dict[str, str]) -> None:
    """``told``: shape name -> its text, or a table's cells; ``about``: story, round, language, snapshot."""
    root = etree.Element(f"{{{_SPACE}}}deck", nsmap={None: _SPACE})
    root.text = json.dumps({"about": about, "told": told}, ensure_ascii=False)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = _part(deck)
    if part is None:
        part = Part(_NAME, "application/xml", deck.part.package, blob)
        deck.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    part._blob = blob


def kept(deck) -> dict[str, list[list[str]] | str]:
    part = _part(deck)
    if part is None:
        return {}
    try:
        return json.loads(etree.fromstring(part.blob).text or "{}").get("told", {})
    except (etree.XMLSyntaxError, ValueError):
        return {}


def _part(deck):
    for rel in deck.part.rels.values():
        if (
            rel.reltype == RELATIONSHIP_TYPE.CUSTOM_XML
            and not rel.is_external
            and _SPACE.encode() in rel.target_part.blob
        ):
            return rel.target_part
    return None
