from indexing.recent import Recent


def test_what_was_used_longest_ago_makes_room() -> None:
    kept = Recent[str, int](2)
    kept.put("a", 1)
    kept.put("b", 2)
    assert kept.get("a") == 1
    kept.put("c", 3)
    assert (kept.get("a"), kept.get("b"), kept.get("c"), len(kept)) == (1, None, 3, 2)


def test_a_value_put_again_replaces_the_old_one() -> None:
    kept = Recent[str, int](2)
    kept.put("a", 1)
    kept.put("a", 2)
    assert (kept.get("a"), len(kept)) == (2, 1)


def test_of_several_asked_for_at_once_those_that_are_kept_come_back_and_stay_longest() -> None:
    kept = Recent[str, int](2)
    kept.put_all({"a": 1, "b": 2})
    assert kept.among(["a", "x"]) == {"a": 1}
    kept.put("c", 3)
    assert kept.among(["a", "b", "c"]) == {"a": 1, "c": 3}
