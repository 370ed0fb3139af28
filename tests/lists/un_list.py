"""A UN list of made-up companies, long enough for its reader and its guards."""

SENTINELS = {
    "QDe.001": "ABU SAYYAF GROUP",
    "QDe.004": "AL-QAIDA",
    "KPe.001": "KOREA MINING DEVELOPMENT TRADING CORPORATION",
}
IRAN = {f"IRe.{n:03}": f"EXAMPLE AIRCRAFT WORKS {n}" for n in range(40)}
OTHERS = {f"CDe.{n:03}": f"EXAMPLE TRADING HOUSE {n}" for n in range(500)}


def un_file(day, *parts):
    """The bytes of a UN list of the day with the companies of these parts, all listed in 2010."""
    companies = "".join(
        f"<ENTITY><DATAID>{i}</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>{name}</FIRST_NAME>"
        f"<UN_LIST_TYPE>{number[:2]}</UN_LIST_TYPE><REFERENCE_NUMBER>{number}</REFERENCE_NUMBER>"
        "<LISTED_ON>2010-06-09</LISTED_ON><LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE></ENTITY>"
        for part in parts
        for i, (number, name) in enumerate(part.items())
    )
    return {
        "un.xml": f'<CONSOLIDATED_LIST dateGenerated="{day}T00:00:00Z"><INDIVIDUALS/>'
        f"<ENTITIES>{companies}</ENTITIES></CONSOLIDATED_LIST>".encode()
    }
