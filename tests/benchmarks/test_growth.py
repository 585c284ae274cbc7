from benchmarks.growth import percentile, table


def test_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([5.0, 1.0, 3.0], 0.5) == 3.0
    assert percentile([5.0, 1.0, 3.0], 0.95) == 5.0


def test_a_table_tells_how_costs_grow_beside_the_corpus() -> None:
    rows = [{"passages": 1_000, "p95_ms": 2.0}, {"passages": 10_000, "p95_ms": 3.0}]
    assert table(rows, ("p95_ms", "disk_mb")).splitlines()[2:] == [
        "| 1,000 | 2.0 | – |",
        "| 10,000 (×10.0) | 3.0 (×1.5) | – |",
    ]
