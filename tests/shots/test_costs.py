"""What was drawn teaches the order in which the next is drawn; nothing else."""

from dataclasses import replace

from animkit.shots import costs
from animkit.shots.model import ShotTask
from animkit.store import Store


def test_while_nothing_is_known_the_longest_costs_most(task: ShotTask) -> None:
    assert costs.estimate(replace(task, frames=40), {}) > costs.estimate(replace(task, frames=39, handle_out=0), {})
    assert costs.estimate(replace(task, handle_in=9), {}) > costs.estimate(task, {})


def test_a_busy_scene_is_taken_for_longer_than_a_longer_still_one(task: ShotTask) -> None:
    learning = costs.learnt(costs.learnt({}, replace(task, frames=100), 600.0), replace(task, scene="crowd", frames=100), 6000.0)
    assert costs.estimate(replace(task, scene="crowd", frames=50), learning) > costs.estimate(replace(task, frames=200), learning)
    assert costs.estimate(replace(task, scene="never-drawn"), learning) > costs.estimate(task, learning)


def test_the_newest_measurement_counts_half_and_a_faulty_clock_does_no_harm(task: ShotTask) -> None:
    hundred = replace(task, frames=100)
    learning = costs.learnt(costs.learnt({}, hundred, 1400.0), hundred, 3400.0)
    assert learning == {"still": 20.0}
    assert costs.learnt({}, hundred, 0.0) == {"still": 0.0}


def test_it_is_kept_for_each_size(store: Store) -> None:
    costs.remember(store, (1920, 1080), {"still": 12.3456})
    assert costs.known(store, (1920, 1080)) == {"still": 12.346}
    assert costs.known(store, (854, 480)) == {}
