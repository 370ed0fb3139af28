"""Lists as their publishers would serve them, large enough to be taken for them."""

LETTERS = ("Alpha", "Bravo", "Carmel", "Dorset", "Esker", "Fjord", "Garnet", "Harbour", "Inlet",
           "Jetty")  # fmt: skip


def works(number):
    """A company's name of its own for each number."""
    first, second, *rest = (LETTERS[int(digit)] for digit in f"{number:03d}")
    return f"{first} {second.lower()} {' '.join(rest)} Works"


def un_list(count=600, day="2026-08-01", first=0, without=()):
    """The UN list of a day with one person and so many companies."""
    companies = "".join(
        f"<ENTITY><DATAID>{n + 10}</DATAID><VERSIONNUM>1</VERSIONNUM>"
        f"<FIRST_NAME>{works(n)}</FIRST_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>IRe.{n}</REFERENCE_NUMBER><LISTED_ON>2010-06-09</LISTED_ON>"
        "<LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE></ENTITY>"
        for n in range(first, first + count)
        if n not in without
    )
    person = (
        "<INDIVIDUAL><DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>IVAN</FIRST_NAME>"
        "<SECOND_NAME>EXAMPLE</SECOND_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE>"
        "<REFERENCE_NUMBER>IRi.1</REFERENCE_NUMBER><LISTED_ON>2010-06-09</LISTED_ON>"
        "<LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE></INDIVIDUAL>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="{day}T00:00:00Z">'
        f"<INDIVIDUALS>{person}</INDIVIDUALS><ENTITIES>{companies}</ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


def canadian_list(count=1_000):
    """Canada's list, which carries no day."""
    records = "".join(
        f"<record><Country>Iran</Country><EntityOrShip>Snow {works(n)}</EntityOrShip>"
        f"<Item>{n}</Item><DateOfListing>2010-07-22</DateOfListing></record>"
        for n in range(count)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><data-set>{records}</data-set>'.encode()
