"""Strict reading of a publisher's XML: no DTD, no entities, no network, and nothing left unread."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from vigil.errors import SourceChanged, shown


class Fields:
    """The children of one element, taken one by one; what is left over refuses the file.

    Args:
        element: whose children are read.
        where: path of tags from the root, for the error.
        source_id: the list, for the error.
        attributes: names that the element may carry.
    """

    def __init__(
        self,
        element: etree._Element,
        where: str,
        source_id: str,
        attributes: frozenset[str] = frozenset(),
    ) -> None:
        self.where = where
        self._source_id = source_id
        self._element = element
        self._left: dict[str, list[etree._Element]] = {}
        if len(element.attrib):
            unknown = sorted(str(name) for name in set(element.attrib) - attributes)
            if unknown:
                raise self.refused("an element must have known attributes only", ", ".join(unknown))
        is_loose = bool(element.text and element.text.strip())
        for child in element:
            is_loose = is_loose or bool(child.tail and child.tail.strip())
            self._left.setdefault(str(child.tag), []).append(child)
        if is_loose and self._left:
            raise self.refused("an element must hold text or elements, not both", element.tag)

    def elements(self, tag: str, attributes: frozenset[str] = frozenset()) -> list[Fields]:
        """All children of this tag, each to be taken apart in turn.

        Args:
            attributes: names that they may carry.
        """
        taken = self._left.pop(tag, [])
        return [
            Fields(e, f"{self.where}/{tag}[{i}]", self._source_id, attributes)
            for i, e in enumerate(taken, start=1)
        ]

    def optional(self, name: str) -> str | None:
        """The value of an attribute, or None when it is absent."""
        value = self._element.get(name)
        return None if value is None else str(value)

    def attribute(self, name: str) -> str:
        """The value of an attribute that must be there."""
        value = self.optional(name)
        if value is None:
            raise self.refused(f"the attribute {name} must be given", value)
        return value

    def value(self) -> str:
        """The element's own text, without outer white space; an element that has children has
        none.
        """
        if len(self._element):
            raise self.refused("an element must hold text only", self._element.tag)
        return (self._element.text or "").strip()

    def texts(self, tag: str) -> list[str]:
        """The texts of all children of this tag, without outer white space; empty ones are not."""
        taken = self._left.pop(tag, [])
        if any(len(child) or child.attrib for child in taken):
            raise self.refused("an element must hold text only", tag)
        stripped = ((child.text or "").strip() for child in taken)
        return [text for text in stripped if text]

    def text(self, tag: str) -> str | None:
        """The text of the one child of this tag, or None when it is empty or absent."""
        found = self.texts(tag)
        if len(found) > 1:
            raise self.refused("an element must come once", tag)
        return found[0] if found else None

    def needed(self, tag: str) -> str:
        """The text of a child that must be there."""
        found = self.text(tag)
        if found is None:
            raise self.refused(f"{tag} must be given", found)
        return found

    def left(self) -> tuple[str, ...]:
        """The tags of the children that were not yet taken, for a list of flags of any name."""
        return tuple(self._left)

    def close(self) -> None:
        """Audit the remainder: an element that was not asked for refuses the file."""
        if self._left:
            raise self.refused("every element must be known", ", ".join(sorted(self._left)))

    def refused(self, expected: str, got: object) -> SourceChanged:
        """The error for something wrong here."""
        return SourceChanged(
            f"{self._source_id}: {expected}, got {shown(got)} at {self.where}; "
            "the file is refused whole"
        )


def parse_xml(data: bytes, source_id: str) -> etree._Element:
    """The root of a well-formed document in UTF-8 without a document type.

    Raises:
        SourceChanged: it is anything else.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_xml(
            source_id, f"byte {error.object[error.start]:#x} at {error.start}"
        ) from error
    if "<!DOCTYPE" in text or "<!ENTITY" in text:  # entity bombs and files of others come this way
        raise _not_xml(source_id, "a document type declaration")
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever the document declares: the check above read it as UTF-8
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _not_xml(source_id, error.msg or "nothing") from error


def root_without_namespace(
    root: etree._Element, namespaces: Iterable[str], source_id: str
) -> etree._Element:
    """The same tree with plain tags, where all of it is in one of the namespaces known.

    Raises:
        SourceChanged: an element is in another namespace, or in none.
    """
    known = {f"{{{namespace}}}" for namespace in namespaces}
    for element in root.iter():
        tag = str(element.tag)
        namespace, brace, name = tag.rpartition("}")
        if f"{namespace}{brace}" not in known:
            raise SourceChanged(
                f"{source_id}: an element must be in {' or '.join(sorted(known))}, "
                f"got {shown(tag)}; the file is refused whole"
            )
        element.tag = name
    return root


def _not_xml(source_id: str, got: str) -> SourceChanged:
    return SourceChanged(
        f"{source_id} must be well-formed XML in UTF-8 without a document type, got {got}; "
        "the file is refused whole"
    )
