"""A finding says where, what, why and how to mend, and a refusal knows its exit code."""

import pickle

from animkit.findings import ExitCode, Finding, Place, Refused, Severity, errors


def finding(**changes: object) -> Finding:
    given = {"code": "unknown-key", "what": "unknown key 'scen'", "mend": "did you mean 'scene'?", "place": Place("a.yaml", 4, 7)}
    return Finding(**{**given, **changes})  # type: ignore[arg-type]  # a table of plain values


def test_it_prints_as_an_editor_jumps_to_it() -> None:
    text = str(finding(shot="stream", why="a shot has no such key"))
    assert text == "a.yaml:4:7: shot 'stream': unknown key 'scen'; a shot has no such key; did you mean 'scene'?"


def test_a_warning_says_that_it_is_one() -> None:
    assert "warning: " in str(finding(severity=Severity.WARNING))


def test_it_survives_json_and_pickle() -> None:
    one = finding(severity=Severity.NEEDS_A_PERSON, exit_code=ExitCode.GATE_FAILED, frame=3)
    assert Finding.from_json(one.as_json()) == one
    assert pickle.loads(pickle.dumps(Refused(one))).findings == (one,)


def test_a_refusal_ends_with_its_gravest_reason() -> None:
    gate, board = finding(exit_code=ExitCode.GATE_FAILED), finding()
    assert Refused(gate).exit_code == ExitCode.GATE_FAILED
    assert Refused(gate, board).exit_code == ExitCode.REFUSED
    assert Refused(gate, board, finding(exit_code=ExitCode.ENVIRONMENT)).exit_code == ExitCode.ENVIRONMENT


def test_only_errors_refuse() -> None:
    assert errors([finding(severity=Severity.WARNING), finding()]) == (finding(),)
