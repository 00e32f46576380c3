import pytest

from reporter.characters import folded, printable


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Compagnie du Ponant", "Compagnie du Ponant"),
        ("un\x00\x07 nom\x9f\ud800", "un nom"),
        ("شركة البناء", "\u2068شركة البناء\u2069"),
        ("x\u202egnp\u202c.\u2069", "xgnp."),
    ],
)
def test_a_name_does_not_change_what_is_around_it(written: str, shown: str) -> None:
    """No control character; what reads from right to left stays between its own walls."""
    assert printable(written) == shown


def test_cells_that_are_equal_numbers_are_not_the_same_words() -> None:
    """What was compared is remembered: 1, 1.0 and True must not answer for one another."""
    assert [folded(cell) for cell in (1, 1.0, True)] == ["1", "1 0", "true"]


@pytest.mark.parametrize(
    "written", ["Da\u00adte", "\ufeffDate", "Dat\u200be\u200b", "\u200eDate\u200f"]
)
def test_what_is_not_seen_between_two_letters_parts_no_word(written: str) -> None:
    assert folded(written) == "date"
