"""What conditions are made of."""

from engine.story.grammar import read_condition, words_in
from engine.story.trees import Call, Literal, parts_of


def test_every_part_of_a_tree_is_found():
    """Whatever stands around it."""
    tree = read_condition("not (a + -b > 2) or (c and visited(d)) or felt.e")

    assert [name.name for name in words_in(tree)] == ["a", "b", "c"]
    kinds = [type(part).__name__ for part in parts_of(tree)]
    assert kinds == [
        *("Some", "Not", "Compare", "Sum", "Name", "Minus", "Name", "Literal"),
        *("Every", "Name", "Call", "Felt"),
    ]


def test_calls_are_counted_in_the_order_they_stand():
    """Each die of a condition has its own throws."""
    tree = read_condition("random() < 0.5 or random() + random() < 1")

    assert [part.index for part in parts_of(tree) if isinstance(part, Call)] == [0, 1, 2]


def test_every_part_knows_where_it_stands():
    """In letters, whatever bytes they are."""
    tree = read_condition("  信任 > 10")

    at = {type(part).__name__: part.at for part in parts_of(tree)}
    assert at == {"Compare": 2, "Name": 2, "Literal": 7}
    assert isinstance(tree.right, Literal)
