"""Cases, accepted matches, audit and policy on the command line, by exit codes and output."""

import json
import shutil
import sqlite3
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from vigil import cli
from vigil.api import load_world
from vigil.cli.main import app
from vigil.cli.stores import existing_store, now, today
from vigil.errors import IllegalStep, InvalidInput, StoreError
from vigil.model.policy import Policy
from vigil.store.acceptances import AcceptanceBook
from vigil.store.answering import Answering
from vigil.store.order_files import read_orders
from vigil.store.policies import policies

CASE = "C-000002"


def vigil(*args: str) -> None:
    app(list(args), standalone_mode=False)


def told(capsys, *args: str):
    capsys.readouterr()
    vigil(*args)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with a store of one case: two matches and a flag on a carrier."""
    folder = tmp_path_factory.mktemp("cases")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(TextIOWrapper(BytesIO())) as out:
        patch.chdir(folder)
        vigil("template", "jsonl")
        out.seek(0)
        Path("clear.jsonl").write_text(out.read())
        order = Path("clear.jsonl").read_text().replace("Beispiel Spedition", "Sivan Kimya Parts")
        Path("order.jsonl").write_text(order)
        vigil("screen", "order.jsonl", "--store", "vigil.db", "--format", "jsonl")
    return folder


@pytest.fixture(autouse=True)
def _here(made, tmp_path, monkeypatch):
    """A copy of it for each test, to work in."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in ("VIGIL_STORE", "VIGIL_USER", "VIGIL_FILES", "VIGIL_WORLD"):
        monkeypatch.delenv(name, raising=False)


def settled() -> None:
    vigil("case", "assign", CASE, "--to", "ann", "--by", "ann")
    for finding in ("f-c12", "f-fa0", "f-c4b"):
        vigil("case", "dispose", CASE, finding, "false_match", "--reason", "other", "--by", "ann")
    vigil("case", "decide", CASE, "clear", "--reason", "another firm", "--by", "ann")


class TestScreening:
    def test_the_answer_is_the_contract_s_and_the_case_is_told_beside_it(self, capsys):
        capsys.readouterr()
        vigil("screen", "order.jsonl", "--store", "other.db", "--format", "jsonl")
        streams = capsys.readouterr()
        assert json.loads(streams.out)["outcome"] == "review"
        assert "case C-000002 for order PO-1042" in streams.err

    def test_without_a_store_nothing_is_kept(self, capsys):
        capsys.readouterr()
        vigil("screen", "order.jsonl", "--format", "jsonl")
        assert capsys.readouterr().err == ""
        assert len(told(capsys, "audit", "log")) == 2

    def test_a_clear_order_is_kept_and_opens_no_case(self, capsys):
        vigil("screen", "clear.jsonl", "--store", "vigil.db", "--format", "jsonl")
        assert "case" not in capsys.readouterr().err
        assert [row["kind"] for row in told(capsys, "audit", "log")][-1] == "screening"
        assert len(told(capsys, "case", "list")) == 1

    def test_a_screen_that_fails_is_incomplete_and_a_case(self, capsys, monkeypatch):
        def broken(*_args, **_kwargs):
            raise MemoryError

        monkeypatch.setattr("vigil.screen.screen_goods", broken)
        capsys.readouterr()
        vigil("screen", "clear.jsonl", "--store", "vigil.db", "--format", "jsonl")
        streams = capsys.readouterr()
        assert json.loads(streams.out)["outcome"] == "incomplete"
        assert "case C-000004 for order PO-1042" in streams.err
        [case] = told(capsys, "case", "show", "C-000004")
        assert [gap["path"] for gap in case["not_checked"]] == ["$.lines"]

    def test_the_input_is_kept_as_it_came(self, capsys):
        [row] = told(capsys, "audit", "log", "--kind", "screening")
        assert row["body"]["received"] == Path("order.jsonl").read_text().strip()

    def test_settings_that_contradict_the_active_policy_are_told(self, monkeypatch):
        activate('version = "1"\n[screening]\nmax_list_age_days = 5\n')
        vigil("screen", "order.jsonl", "--store", "vigil.db", "--format", "jsonl")
        monkeypatch.setenv("VIGIL_MAX_LIST_AGE_DAYS", "9")
        with pytest.raises(InvalidInput, match="set by the store's policy 1"):
            vigil("screen", "order.jsonl", "--store", "vigil.db")


class TestCases:
    def test_from_order_to_approved_clear(self, capsys):
        settled()
        with pytest.raises(IllegalStep, match="second person") as refused:
            vigil("case", "approve", CASE, "--reason", "agreed", "--by", "ann")
        assert refused.value.exit_code == 5
        [case] = told(capsys, "case", "approve", CASE, "--reason", "agreed", "--by", "bob")
        assert (case["state"], case["verdict"]) == ("closed", "clear")
        vigil("audit", "verify")

    def test_a_second_person_may_refuse(self, capsys):
        settled()
        [case] = told(capsys, "case", "refuse", CASE, "--reason", "no proof", "--by", "bob")
        assert (case["state"], case["verdict"]) == ("assigned", None)

    def test_who_does_it_is_never_guessed(self, monkeypatch):
        monkeypatch.setenv("USER", "root")
        with pytest.raises(InvalidInput, match="--by PERSON"):
            vigil("case", "note", CASE, "seen")
        monkeypatch.setenv("VIGIL_USER", "ann")
        vigil("case", "note", CASE, "seen")

    def test_a_misspelt_store_is_not_made(self):
        with pytest.raises(InvalidInput, match="a store that is there"):
            vigil("case", "list", "--store", "vigl.db")
        assert not Path("vigl.db").exists()

    @pytest.mark.parametrize(
        "args",
        [
            ("case", "show", "C-000099"),
            ("case", "dispose", CASE, "f-", "unsure", "--reason", "x", "--by", "ann"),
            ("case", "close-gap", CASE, "$.nowhere", "--reason", "x", "--by", "ann"),
            ("case", "list", "--state", "done"),
            ("accept", "approve", "A-000099", "--reason", "x", "--by", "ann"),
        ],
        ids=["case", "finding", "gap", "state", "acceptance"],
    )
    def test_what_is_not_there_is_told(self, args):
        with pytest.raises(InvalidInput):
            vigil(*args)

    def test_questions_files_days_and_holds(self, capsys):
        Path("letter.txt").write_text("we buy for our own use")
        vigil("case", "assign", CASE, "--to", "ann", "--by", "ann")
        vigil("case", "ask", CASE, "who drives?", "--of", "sales", "--by", "ann")
        [case] = told(capsys, "case", "attach", CASE, "letter.txt", "--by", "ann")
        assert case["state"] == "waiting"
        sha256 = case["attachments"][0]["sha256"]
        assert (Path("vigil.db.files") / sha256[:2] / sha256[2:]).is_file()
        vigil("case", "answer", CASE, "who drives?", "they", "--proof", sha256[:8], "--by", "ann")
        vigil("case", "set-due", CASE, "2027-01-31", "--reason", "holidays", "--by", "ann")
        vigil("case", "escalate", CASE, "--to", "eve", "--reason", "unclear", "--by", "ann")
        [case] = told(capsys, "case", "hold", CASE, "--reason", "a court asks", "--by", "eve")
        assert (case["state"], case["due"], case["held"]) == ("escalated", "2027-01-31", True)
        assert case["events"][4]["proof"] == [sha256]
        [case] = told(capsys, "case", "lift-hold", CASE, "--reason", "it is over", "--by", "eve")
        assert not case["held"]

    def test_proof_that_is_not_attached_is_refused(self):
        vigil("case", "assign", CASE, "--to", "ann", "--by", "ann")
        with pytest.raises(IllegalStep, match="attached"):
            vigil("case", "dispose", CASE, "f-c12", "unsure", "--reason", "x", "--proof", "ab",
                  "--by", "ann")  # fmt: skip

    def test_formats(self, capsys):
        capsys.readouterr()
        vigil("case", "list", "--format", "json")
        assert [case["case_id"] for case in json.loads(capsys.readouterr().out)] == [CASE]
        vigil("case", "show", CASE, "--format", "json")
        assert json.loads(capsys.readouterr().out)["case"] == CASE
        vigil("case", "list", "--format", "table", "--overdue")
        assert capsys.readouterr().out.strip() == "no case"


class TestSealedFiles:
    def test_a_case_goes_to_another_store_and_is_read_there(self, capsys):
        Path("letter.txt").write_text("we buy for our own use")
        vigil("case", "attach", CASE, "letter.txt", "--by", "ann")
        [sealed] = told(capsys, "case", "export", CASE, "--out", "case.zip")
        vigil("screen", "clear.jsonl", "--store", "other.db", "--format", "jsonl")
        other = ("--store", "other.db")
        vigil("case", "import", "case.zip", "--sha256", sealed["sha256"], "--by", "eve", *other)
        [one] = told(capsys, "case", "imported", *other)
        [case] = told(capsys, "case", "imported", one["file"][:12], *other)
        assert case == told(capsys, "case", "show", CASE)[0]
        assert told(capsys, "case", "list", *other) == []
        vigil("audit", "verify", *other)

    def test_a_changed_file_is_refused_and_nothing_is_written(self, capsys):
        vigil("case", "export", CASE, "--out", "case.zip")
        Path("case.zip").write_bytes(Path("case.zip").read_bytes().replace(b"review", b"clear!"))
        with pytest.raises(InvalidInput):
            vigil("case", "import", "case.zip", "--by", "eve")
        assert told(capsys, "case", "imported") == []

    def test_another_file_than_was_told_is_refused(self):
        vigil("case", "export", CASE, "--out", "case.zip")
        with pytest.raises(InvalidInput):
            vigil("case", "import", "case.zip", "--sha256", "0" * 64, "--by", "eve")

    def test_a_file_that_is_gone_is_told(self):
        Path("letter.txt").write_text("we buy for our own use")
        vigil("case", "attach", CASE, "letter.txt", "--by", "ann")
        shutil.rmtree("vigil.db.files")
        with pytest.raises(StoreError):
            vigil("case", "export", CASE, "--out", "case.zip")
        assert not Path("case.zip").exists()


class TestAcceptance:
    def accept(self, capsys, finding: str, *more: str) -> str:
        [one] = told(capsys, "accept", "propose", CASE, finding, "--reason", "other", "--by", "ann",
                     *more)  # fmt: skip
        return one["acceptance"]

    def test_both_matches_accepted_make_the_next_order_clear(self, capsys):
        for finding in ("f-c12", "f-fa0"):
            one = self.accept(capsys, finding)
            with pytest.raises(IllegalStep, match="second person"):
                vigil("accept", "approve", one, "--reason", "agreed", "--by", "ann")
            vigil("accept", "approve", one, "--reason", "agreed", "--by", "bob")
        assert self.screened(capsys)["outcome"] == "clear"
        vigil("accept", "withdraw", one, "--reason", "they moved", "--by", "bob")
        assert self.screened(capsys)["outcome"] == "review"
        vigil("audit", "verify")

    def test_another_scoring_ends_it_and_the_list_says_so(self, capsys, monkeypatch):
        for finding in ("f-c12", "f-fa0"):
            one = self.accept(capsys, finding)
            vigil("accept", "approve", one, "--reason", "agreed", "--by", "bob")
        assert [one["ended"] for one in told(capsys, "accept", "list")] == [None, None]
        monkeypatch.setattr("vigil.store.acceptances.engine_digest", lambda: "0" * 64)
        [first, _] = told(capsys, "accept", "list", "--state", "approved")
        assert first["ended"] == "names are scored by another version"
        assert self.screened(capsys)["outcome"] == "review"

    def test_one_that_is_withdrawn_in_the_midst_of_a_run_no_longer_counts(self, capsys):
        for finding in ("f-c12", "f-fa0"):
            one = self.accept(capsys, finding)
            vigil("accept", "approve", one, "--reason", "agreed", "--by", "bob")
        [order] = read_orders(["order.jsonl"])
        with existing_store("vigil.db") as store:
            accepted = AcceptanceBook(store, policies(store).cases)
            screening = Answering(load_world(), Policy(), accepted, today())
            assert screening.decide(order).outcome == "clear"
            vigil("accept", "withdraw", one, "--reason", "they moved", "--by", "bob")
            assert screening.decide(order).outcome == "review"

    def test_after_its_last_day_it_no_longer_counts(self, capsys, monkeypatch):
        for finding in ("f-c12", "f-fa0"):
            one = self.accept(capsys, finding, "--until", str(today()))
            vigil("accept", "approve", one, "--reason", "agreed", "--by", "bob")
        assert self.screened(capsys)["outcome"] == "clear"
        later = now() + 86_400_000
        monkeypatch.setattr("vigil.cli.stores.now", lambda: later)
        assert self.screened(capsys)["outcome"] == "review"

    def test_a_flag_is_no_match(self, capsys):
        with pytest.raises(InvalidInput, match="a match of case"):
            self.accept(capsys, "f-c4b")

    def test_the_last_day_is_the_policy_s_at_most(self, capsys):
        with pytest.raises(IllegalStep, match="within 365 days"):
            self.accept(capsys, "f-c12", "--until", "2100-01-01")

    def screened(self, capsys):
        capsys.readouterr()
        order = Path("order.jsonl").read_text().replace("PO-1042", "PO-1043")
        Path("next.jsonl").write_text(order)
        vigil("screen", "next.jsonl", "--store", "vigil.db", "--format", "jsonl")
        return json.loads(capsys.readouterr().out)


class TestTriggers:
    def test_one_that_is_gone_is_told(self):
        vigil("audit", "verify")
        connection = sqlite3.connect("vigil.db")
        connection.execute("DROP TRIGGER bodies_no_delete")
        connection.close()
        with pytest.raises(StoreError, match="trigger bodies_no_delete is gone"):
            vigil("audit", "verify")


class TestTerminal:
    def test_nothing_that_a_person_wrote_moves_the_cursor(self, capsys):
        evil = "ann\x1b[2J\u202e"
        capsys.readouterr()
        table = ("--by", evil, "--format", "table")
        vigil("case", "assign", CASE, "--to", evil, *table)
        vigil("case", "note", CASE, evil, *table)
        vigil("case", "escalate", CASE, "--to", evil, "--reason", evil, *table)
        vigil("case", "show", CASE, "--format", "table")
        vigil("case", "list", "--format", "table")
        shown = capsys.readouterr().out
        assert "ann" in shown
        assert "\x1b[2J" not in shown
        assert "\u202e" not in shown


class TestAudit:
    def test_a_kept_file_that_was_changed_or_taken_is_named(self):
        Path("letter.txt").write_text("signed")
        vigil("case", "attach", CASE, "letter.txt", "--by", "ann")
        vigil("audit", "verify")
        [kept] = [path for path in Path("vigil.db.files").rglob("*") if len(path.name) == 62]
        whole = kept.read_bytes()
        for change in (lambda: kept.write_bytes(whole[:-1]), kept.unlink):
            change()
            with pytest.raises(StoreError, match="not the file that its row 3 names"):
                vigil("audit", "verify")
        kept.write_bytes(whole)
        vigil("audit", "verify")

    def test_a_head_that_was_kept_is_gone_through(self, capsys):
        vigil("audit", "head", "--out", "head.json")
        settled()
        [found] = told(capsys, "audit", "verify", "--head", "head.json")
        assert (found["published"], found["rows"]) == (True, 7)

    def test_a_changed_row_is_named(self):
        tamper("UPDATE bodies SET body = replace(body, 'review', 'clear') WHERE number = 1")
        with pytest.raises(StoreError, match="row 1 of the ledger is broken"):
            vigil("audit", "verify")

    def test_a_cut_chain_shows_against_a_head(self):
        vigil("audit", "head", "--out", "head.json")
        tamper("DELETE FROM ledger WHERE number = 2", "DELETE FROM bodies WHERE number = 2",
               "DELETE FROM cases")  # fmt: skip
        vigil("audit", "verify")
        with pytest.raises(StoreError, match="2 rows were published, 1 are here"):
            vigil("audit", "verify", "--head", "head.json")

    def test_a_derived_row_that_was_changed_is_named(self):
        tamper("UPDATE cases SET state = 'closed'")
        with pytest.raises(StoreError, match="cases C-000002 is not what it says"):
            vigil("audit", "verify")

    @pytest.mark.parametrize("text", ["", "{}", '{"number": -1, "hash": ""}', "[1]"])
    def test_what_is_no_head_is_told(self, text):
        Path("head.json").write_text(text)
        with pytest.raises(InvalidInput, match="vigil audit head"):
            vigil("audit", "verify", "--head", "head.json")


class TestPolicy:
    def test_it_counts_when_it_was_tested_and_approved(self, capsys):
        Path("p.toml").write_text('version = "1"\n[screening]\nrequire_sources = ["un_sc"]\n')
        with pytest.raises(IllegalStep, match="must be tested"):
            vigil("policy", "activate", "p.toml", "--reason", "x", "--by", "ann")
        activate(Path("p.toml").read_text())
        [found] = told(capsys, "policy", "show")
        assert (found["version"], found["approved_by"]) == ("1", "bob")

    def test_a_test_tells_each_outcome_that_changes(self, capsys):
        vigil("screen", "clear.jsonl", "--store", "vigil.db", "--format", "jsonl")
        Path("p.toml").write_text('version = "1"\n[screening]\nrequire_sources = ["un_sc"]\n')
        changed = told(capsys, "policy", "test", "p.toml", "--by", "ann")
        assert changed == [{"row": 3, "order": "PO-1042", "recorded": "clear", "active": "clear",
                            "new": "incomplete"}]  # fmt: skip

    def test_a_case_that_would_no_longer_be_opened_is_a_change(self, capsys):
        Path("p.toml").write_text('version = "1"\nno_case_on = ["review"]\n')
        [one] = told(capsys, "policy", "test", "p.toml", "--by", "ann")
        assert (one["active"], one["new"]) == ("review", "review, no case")

    def test_one_that_changes_nothing_says_so(self, capsys):
        Path("p.toml").write_text('version = "1"\n')
        vigil("policy", "test", "p.toml", "--by", "ann", "--format", "table")
        assert "1 screening replayed, 0 with another outcome" in capsys.readouterr().out

    def test_a_wrong_file_is_told_with_its_name(self):
        Path("p.toml").write_text('version = "1"\ndue_day = 3')
        with pytest.raises(InvalidInput, match=r"p\.toml: unknown setting 'due_day'"):
            vigil("policy", "check", "p.toml")

    def test_roles_count_in_cases(self):
        roles = '[roles]\nann = ["screen", "review"]\nbob = ["admin"]\neve = ["approve"]\n'
        activate('version = "1"\n' + roles)
        settled()
        with pytest.raises(IllegalStep, match="role 'approve'"):
            vigil("case", "approve", CASE, "--reason", "agreed", "--by", "dan")
        vigil("case", "approve", CASE, "--reason", "agreed", "--by", "eve")


def activate(text: str) -> None:
    Path("p.toml").write_text(text)
    vigil("policy", "test", "p.toml", "--by", "ann")
    vigil("policy", "activate", "p.toml", "--reason", "it is time", "--by", "ann")
    vigil("policy", "approve", "--reason", "agreed", "--by", "bob")


def tamper(*statements: str) -> None:
    """As somebody with the file in hand would: the triggers are gone first, and put back after."""
    connection = sqlite3.connect("vigil.db")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    there = triggers.fetchall()
    for name, _ in there:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in (*statements, *(made for _, made in there)):
        connection.execute(statement)
    connection.commit()
    connection.close()


class TestRescreening:
    def test_a_run_tells_what_it_looked_at(self, capsys):
        [run] = told(capsys, "rescreen", "--on", "2026-08-08")
        assert (run["orders"], run["touched"], run["differences"]) == (1, 1, [])
        assert [row["kind"] for row in told(capsys, "audit", "log")][-1] == "rescreening"

    def test_what_is_different_is_told(self, capsys):
        world = str(Path(cli.__file__).parents[1] / "data" / "world")
        [run] = told(capsys, "rescreen", "--before", world, "--on", "2027-08-07")
        [one] = run["differences"]
        assert (one["case"], one["order"]) == (CASE, "PO-1042")
        assert one["new_gaps"][0][0] == "$.date"
        capsys.readouterr()
        vigil("rescreen", "--before", world, "--on", "2029-08-07", "--format", "table")
        assert "1 screened again, 0 not touched, 1 different" in capsys.readouterr().out
