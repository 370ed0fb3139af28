"""One element of the Swiss list: attributes, text and children, each taken once, then audited."""

from __future__ import annotations

from lxml import etree

from vigil.errors import SourceChanged, shown

ID = "ch_seco"


class Node:
    """An element that is taken apart by name; what is left over refuses the file.

    Args:
        element: what is read; its `ssid`, the publisher's inner key, may be left unread.
        where: path of tags from the root, for the error.
    """

    def __init__(self, element: etree._Element, where: str) -> None:
        self.where = where
        self.tag = str(element.tag)
        self.text = (element.text or "").strip()
        self._attributes = {str(name): str(value) for name, value in element.attrib.items()}
        self._left: dict[str, list[etree._Element]] = {}
        for child in element:
            if child.tail and child.tail.strip():
                raise self.refused("an element must hold text or elements, not both", child.tail)
            self._left.setdefault(str(child.tag), []).append(child)
        if self._left and self.text:
            raise self.refused("an element must hold text or elements, not both", self.text)

    def attribute(self, name: str) -> str | None:
        """The attribute's value without outer white space; None when absent or empty."""
        return self._attributes.pop(name, "").strip() or None

    def needed(self, name: str) -> str:
        """The value of an attribute that must be there."""
        value = self.attribute(name)
        if value is None:
            raise self.refused(f"the attribute {name} must be given", value)
        return value

    def children(self, tag: str) -> list[Node]:
        """All children of this tag, each to be taken apart in turn."""
        taken = self._left.pop(tag, [])
        return [Node(e, f"{self.where}/{tag}[{i}]") for i, e in enumerate(taken, start=1)]

    def texts(self, tag: str, *attributes: str) -> list[str]:
        """The texts of all children of this tag, which may have these attributes."""
        found = []
        for child in self.children(tag):
            for name in attributes:
                child.attribute(name)
            child.close()
            found += [child.text] if child.text else []
        return found

    def close(self) -> None:
        """Refuse the file when an attribute or element was not asked for."""
        self._attributes.pop("ssid", None)
        left = sorted((*self._attributes, *self._left))
        if left:
            raise self.refused("every attribute and element must be known", ", ".join(left))

    def refused(self, expected: str, got: object) -> SourceChanged:
        """The error for something wrong here."""
        return SourceChanged(
            f"{ID}: {expected}, got {shown(got)} at {self.where}; the file is refused whole"
        )
