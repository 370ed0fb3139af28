import msgspec

from vigil.lists.changes import ChangeKind, FieldChange, changes_between
from vigil.model.entity import Entity, Name
from vigil.model.order import Kind

OLD = Entity("un_sc:1", "un_sc", Kind.PERSON, (Name("Ivan"), Name("Vanya")), programmes=("Iran",))


def with_fields(**fields):
    return msgspec.structs.replace(OLD, **fields)


def test_the_same_list_has_no_changes():
    assert changes_between([OLD], [OLD]) == []


def test_who_came_and_who_went_is_told_by_id():
    new = with_fields(id="un_sc:0")
    changes = changes_between([OLD], [new])
    assert [(c.kind, c.entity) for c in changes] == [
        (ChangeKind.LISTED, new), (ChangeKind.DELISTED, OLD),
    ]  # fmt: skip


def test_a_change_is_told_field_by_field():
    new = with_fields(names=(Name("Ivan"), Name("Wanja")), kind=Kind.UNKNOWN, remarks="Said so")
    [change] = changes_between([OLD], [new])
    assert (change.kind, change.before, change.after) == (ChangeKind.CHANGED, OLD, new)
    assert change.fields == (
        FieldChange("kind", (Kind.PERSON,), (Kind.UNKNOWN,)),
        FieldChange("names", (Name("Vanya"),), (Name("Wanja"),)),
        FieldChange("remarks", (), ("Said so",)),
    )


def test_another_order_of_names_is_no_change():
    assert changes_between([OLD], [with_fields(names=OLD.names[::-1])]) == []


def test_another_number_is_another_entry():
    assert len(changes_between([OLD], [with_fields(id="un_sc:2")])) == 2


def test_lines_of_remarks_are_compared_one_by_one():
    old, new = with_fields(remarks="born: Qom\ntitle: Dr"), with_fields(remarks="title: Dr\nx: y")
    [change] = changes_between([old], [new])
    assert change.fields == (FieldChange("remarks", ("born: Qom",), ("x: y",)),)
